"""submit returns a future at once; it is pending, then running, then finished."""

import threading
from concurrent.futures import ThreadPoolExecutor


def show(when):
    states = [
        "done" if future.done() else "running" if future.running() else "pending"
        for future in futures
    ]
    print(f"{when:23}", *(f"{state:8}" for state in states))
    return states


def job(n):
    begun[n].set()
    may_end[n].wait()
    return n * n


begun = [threading.Event() for _ in range(3)]
may_end = [threading.Event() for _ in range(3)]

with ThreadPoolExecutor(max_workers=1) as executor:
    futures = [executor.submit(job, n) for n in range(3)]
    begun[0].wait()
    assert show("submit has returned:") == ["running", "pending", "pending"]

    may_end[0].set()
    begun[1].wait()
    assert show("the first may end:") == ["done", "running", "pending"]

    may_end[1].set()
    may_end[2].set()
    assert futures[2].result() == 4  # waits
    assert show("result has returned:") == ["done", "done", "done"]

assert [future.result() for future in futures] == [0, 1, 4]
