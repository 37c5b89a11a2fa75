# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# ///
"""Two processes that compute on one CPU share its time and wait for each other."""

import os
import resource
import time

SECONDS = 0.5
os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})  # one CPU, children too

begin = time.monotonic()
for _ in range(2):
    if os.fork() == 0:
        while time.monotonic() < begin + SECONDS:
            pass
        os._exit(0)
os.wait()
os.wait()
wall = time.monotonic() - begin

used = resource.getrusage(resource.RUSAGE_CHILDREN)
cpu = used.ru_utime + used.ru_stime
print(f"both computed for {SECONDS} s; CPU time of the two together: {cpu:.2f} s")
assert cpu <= wall * 1.1
