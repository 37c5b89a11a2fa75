# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# ///
"""Two processes that compute on one CPU share its time and wait for each other."""

import os
import time
from pathlib import Path

SECONDS = 0.5
os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})  # one CPU, children too

begin = time.monotonic()
readers = []
for _ in range(2):
    reader, writer = os.pipe()
    readers.append(reader)
    if os.fork() == 0:
        while time.monotonic() < begin + SECONDS:
            pass
        # Nanoseconds on a CPU, and nanoseconds of being ready without one.
        os.write(writer, Path("/proc/self/schedstat").read_bytes())
        os._exit(0)

found = []
for reader in readers:
    on_cpu, ready, *_ = (int(number) / 1e9 for number in os.read(reader, 99).split())
    print(f"computed for {SECONDS} s: {on_cpu:.2f} s on the CPU, {ready:.2f} s ready")
    found.append((on_cpu, ready))
    os.wait()
(on_cpu, ready), (other_on_cpu, other_ready) = found
assert on_cpu + other_on_cpu <= 1.1 * (time.monotonic() - begin)
assert 1 / 3 < on_cpu / (on_cpu + other_on_cpu) < 2 / 3  # they share it
assert ready > other_on_cpu / 2 and other_ready > on_cpu / 2  # and wait meanwhile
