# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# limit = 30
# ///
"""One CPU is enough for thirty threads that wait at the same time."""

import os
import threading
import time

COUNT, WAIT = 30, 0.2
cpu = min(os.sched_getaffinity(0))
os.sched_setaffinity(0, {cpu})  # for the threads that start from here on, too
waited = []


def wait():
    began = time.perf_counter()
    time.sleep(WAIT)
    waited.append(time.perf_counter() - began)


began = time.perf_counter()
threads = [threading.Thread(target=wait) for _ in range(COUNT)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
took = time.perf_counter() - began

print(f"on CPU {cpu} alone: {sum(waited):.1f} s of waiting took {took:.2f} s")
assert len(waited) == COUNT
assert sum(waited) > 5 * took
