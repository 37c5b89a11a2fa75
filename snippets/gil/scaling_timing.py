# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# quiet = true
# limit = 60
# pythons = ["3.14t"]
# ///
"""Two workers do not wait for each other, but for threads that share a GIL."""

import multiprocessing
import os
import sys
import time
from multiprocessing.pool import ThreadPool
from pathlib import Path
from statistics import median

SIZES = [1, 2]
while SIZES[-1] < min(64, 2 * len(os.sched_getaffinity(0))):
    SIZES.append(2 * SIZES[-1])
TOTAL = 3_000_000
HAS_GIL = getattr(sys, "_is_gil_enabled", lambda: True)()


def lacked():
    """Return for how long the kernel let this thread wait, ready, for a CPU."""
    return int(Path("/proc/thread-self/schedstat").read_text().split()[1]) / 1e9


def part(first, step):
    before, cpu, total = lacked(), time.thread_time(), 0
    for value in range(first, TOTAL, step):
        total += value
    return total, time.thread_time() - cpu, lacked() - before


def measure(kind, workers):
    """Return how long so many workers take, their CPU time, and what one lacked."""
    parts = [(first, workers) for first in range(workers)]
    with kind(workers) as pool:
        pool.map(abs, range(workers), chunksize=1)  # it is up
        began = time.perf_counter()
        sums, cpu, delays = zip(*pool.starmap(part, parts, chunksize=1), strict=True)
        took = time.perf_counter() - began
    assert sum(sums) == TOTAL * (TOTAL - 1) // 2
    return took, sum(cpu), max(delays)


if __name__ == "__main__":
    fork = multiprocessing.get_context("fork")
    kinds = {("process", "processes"): fork.Pool, ("thread", "threads"): ThreadPool}
    for names, kind in kinds.items():
        made = {size: [] for size in SIZES}
        for turn in range(3):
            for size in SIZES[:: (-1) ** turn]:  # in turns, from either end
                made[size].append(measure(kind, size))
        for size in SIZES:
            took = median(way[0] for way in made[size])
            print(f"{size} {names[size > 1]}: {took * 1e3:.1f} ms")
        if kind is ThreadPool and HAS_GIL:
            assert min(took / cpu for took, cpu, _ in made[2]) > 0.9
        else:  # without the time for which others kept them from a CPU
            assert min((took - delay) / cpu for took, cpu, delay in made[2]) < 0.9
