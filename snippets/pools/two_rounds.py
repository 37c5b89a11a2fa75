"""Eight jobs on five threads take two rounds: the last three wait for a free thread."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor, wait

all_five = threading.Barrier(5)
lock = threading.Lock()
running, most, workers = 0, 0, {}


def job(n):
    global running, most
    workers[n] = threading.current_thread().name
    with lock:
        running += 1
        most = max(most, running)
        print(f"job {n} starts in {workers[n]}, {running} running")
    if n < 5:
        all_five.wait()  # no job of the first round ends before all have begun
    time.sleep(0.2)
    with lock:
        running -= 1
        print(f"job {n} ends")


executor = ThreadPoolExecutor(5, thread_name_prefix="worker")
futures = [executor.submit(job, n) for n in range(8)]
print("main has handed in all jobs")
wait(futures)
print("main has waited for them")

assert most == 5
assert sorted(workers) == list(range(8))
assert set(workers.values()) == {f"worker_{n}" for n in range(5)}
executor.shutdown()
