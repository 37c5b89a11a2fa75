"""as_completed gives each future when it is done, and waits only for the next one."""

import threading
from concurrent.futures import ThreadPoolExecutor, as_completed


def job(n):
    may_end[n].wait()
    return n * n


may_end = [threading.Event() for _ in range(4)]
order_of_ending = [2, 0, 3, 1]
received = []

with ThreadPoolExecutor(4) as executor:
    inputs = {executor.submit(job, n): n for n in range(4)}
    to_end = iter(order_of_ending)

    may_end[next(to_end)].set()
    for future in as_completed(inputs):
        n = inputs[future]  # which job was that?
        received.append(n)
        pending = sum(not other.done() for other in inputs)
        print(f"job {n}: {future.result()}, while {pending} still run")
        assert pending == 4 - len(received)
        if pending:
            may_end[next(to_end)].set()

assert received == order_of_ending
