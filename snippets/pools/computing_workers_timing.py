# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# quiet = true
# limit = 30
# ///
"""Two workers do a sum faster than one; none gets more CPU time than there is."""

import multiprocessing
import os
import time
from pathlib import Path

CPUS = min(8, len(os.sched_getaffinity(0)))
TOTAL, PARTS = 1_200_000, 24


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
    """Return the least seconds for the sum, and how many CPUs were idle meanwhile."""
    barrier, times = multiprocessing.Barrier(workers + 1), []
    with multiprocessing.Pool(workers, barrier.wait) as pool:
        barrier.wait()  # every worker is there
        idle = idle_seconds()
        for _ in range(3):
            began = time.perf_counter()
            sums, cpu_times = zip(*pool.imap(part, range(PARTS)), strict=True)
            times.append(time.perf_counter() - began)
            assert sum(sums) == TOTAL * (TOTAL - 1) // 2
            # CPU time for each second never exceeds the number of CPUs.
            assert sum(cpu_times) <= times[-1] * len(os.sched_getaffinity(0)) * 1.01
        return min(times), (idle_seconds() - idle) / sum(times)


if __name__ == "__main__":
    multiprocessing.set_start_method("fork")  # many workers, quickly
    best, unused = {}, {}
    for size in sorted({1, 2, CPUS, CPUS + 1, 4 * CPUS}):
        best[size], unused[size] = measure(size)
        print(f"pool of {size}: {best[size] * 1e3:.1f} ms")
    more = CPUS + 1
    print(f"pool of 1 / pool of 2: {best[1] / best[2]:.2f} times")
    print(f"pool of {CPUS} / pool of {more}: {best[CPUS] / best[more]:.2f} times")
    # There is no gain if other programs leave no CPU for the second worker.
    assert best[1] > 1.25 * best[2] or CPUS == 1 or unused[2] < 0.5
