# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "plain"
# ///
"""With a GIL, two threads that compute never keep more than one core busy."""

import sys
import threading
import time


def job():
    total = 0
    for number in range(3_000_000):
        total += number


job()  # warms up
began, cpu_began = time.perf_counter(), time.process_time()
job()
job()
took, cpu = time.perf_counter() - began, time.process_time() - cpu_began
print(f"one after the other: {took:.2f} s, {cpu / took:.1f} cores busy")

began, cpu_began = time.perf_counter(), time.process_time()
threads = [threading.Thread(target=job), threading.Thread(target=job)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
took, cpu = time.perf_counter() - began, time.process_time() - cpu_began
print(f"in two threads:      {took:.2f} s, {cpu / took:.1f} cores busy")
has_gil = getattr(sys, "_is_gil_enabled", lambda: True)()
assert cpu / took < 1.1 or not has_gil
