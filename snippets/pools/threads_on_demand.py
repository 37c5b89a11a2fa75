"""An executor has no thread at first, and starts one when a job finds none idle."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor

JOBS = 20


def threads():
    return sum(thread.name.startswith("worker") for thread in threading.enumerate())


with ThreadPoolExecutor(JOBS, thread_name_prefix="worker") as executor:
    print("at first:              ", threads(), "threads")
    assert threads() == 0

    for _ in range(JOBS):
        executor.submit(int).result()
        time.sleep(0.01)  # time for the thread to become idle
    print(f"{JOBS} jobs, one by one:   ", threads(), "threads")
    assert threads() < JOBS / 2

    together = threading.Barrier(JOBS)
    futures = [executor.submit(together.wait) for _ in range(JOBS)]
    for future in futures:
        future.result()
    print(f"{JOBS} jobs, all at once:  ", threads(), "threads")
    assert threads() == JOBS

print("after the with block:  ", threads(), "threads")
assert threads() == 0
