# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# quiet = true
# limit = 60
# ///
"""Two workers do a sum faster than one; none gets more CPU time than there is."""

import multiprocessing
import os
import time
from pathlib import Path

CPUS = min(8, len(os.sched_getaffinity(0)))
TOTAL, PARTS = 2_400_000, 24


def part(number):
    """Add up one part of the numbers; return the sum and its CPU time."""
    began, total = time.process_time(), 0
    for value in range(number, TOTAL, PARTS):
        total += value
    return total, time.process_time() - began


def idle_seconds():
    """Return how long the machine's CPUs have had nothing to do, all together."""
    fields = Path("/proc/stat").read_text().split()
    return int(fields[4]) / os.sysconf("SC_CLK_TCK")


def measure(workers):
    """Return the seconds for the whole sum, and how many CPUs were idle meanwhile."""
    with multiprocessing.Pool(workers) as pool:
        pool.map(abs, range(100))  # by now there is at least one worker
        began, idle = time.perf_counter(), idle_seconds()
        sums, cpu_times = zip(*pool.imap(part, range(PARTS)), strict=True)
        took, idle = time.perf_counter() - began, idle_seconds() - idle
    assert sum(sums) == TOTAL * (TOTAL - 1) // 2
    # The gain, CPU time for each second, never exceeds the number of CPUs.
    assert sum(cpu_times) / took <= len(os.sched_getaffinity(0)) * 1.01
    return took, idle / took


if __name__ == "__main__":
    best, unused = {}, {}
    for size in sorted({1, 2, CPUS, CPUS + 1, 4 * CPUS}):
        runs = [measure(size) for _ in range(4)]
        best[size] = min(took for took, _ in runs)
        unused[size] = sum(idle for _, idle in runs) / len(runs)
        print(f"pool of {size}: {best[size] * 1e3:.1f} ms")
    print(f"pool of 1 / pool of 2: {best[1] / best[2]:.2f} times")
    more = CPUS + 1
    print(f"pool of {CPUS} / pool of {more}: {best[CPUS] / best[more]:.2f} times")
    # There is no gain if other programs leave no CPU for the second worker.
    assert best[1] > 1.25 * best[2] or CPUS == 1 or unused[2] < 0.5
