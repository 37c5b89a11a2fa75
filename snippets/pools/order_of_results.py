# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# args = [["map"], ["as_completed"]]
# ///
"""With as_completed main can use quick results while map still waits for a slow one."""

import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor, as_completed

quick_done = threading.Semaphore(0)


def job(seconds):
    if seconds == 0.3:
        for _ in range(3):
            quick_done.acquire()  # the slow job ends after the quick ones
    time.sleep(seconds)
    quick_done.release()
    return seconds


SECONDS = [0.3, 0.05, 0.1, 0.15]
with ThreadPoolExecutor(4, thread_name_prefix="job") as executor:
    if sys.argv[1] == "map":
        results = executor.map(job, SECONDS)
    else:
        futures = [executor.submit(job, seconds) for seconds in SECONDS]
        results = (future.result() for future in as_completed(futures))

    received = []
    for seconds in results:
        print(f"the job of {seconds} s")
        received.append(seconds)

if sys.argv[1] == "map":
    assert received == SECONDS
else:
    assert received[-1] == 0.3
