# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "plain"
# ///
"""Two threads wait for half a second each in less time than one after the other."""

import threading
import time


def job():
    time.sleep(0.5)  # as for a network, a disk or another program


began = time.perf_counter()
job()
job()
in_a_row = time.perf_counter() - began
print(f"one after the other: {in_a_row:.2f} s")

began = time.perf_counter()
threads = [threading.Thread(target=job), threading.Thread(target=job)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
in_threads = time.perf_counter() - began
print(f"in two threads:      {in_threads:.2f} s")
assert in_threads < in_a_row
