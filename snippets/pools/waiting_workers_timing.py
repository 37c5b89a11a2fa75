# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# quiet = true
# limit = 60
# ///
"""For jobs that wait, 24 workers need far less time than one, even on a single CPU."""

import multiprocessing
import os
import time
from collections import deque

JOBS, LENGTH, SIZES = 24, 0.01, (1, 4, 24)


def measure(workers):
    """Return the least seconds for all jobs; repeat what is short more often."""
    barrier, times = multiprocessing.Barrier(workers + 1), []
    with multiprocessing.Pool(workers, barrier.wait) as pool:
        barrier.wait()  # every worker is there
        pool.map(abs, range(workers), chunksize=1)  # and has warmed up
        for _ in range(1 + workers // 4):
            began = time.perf_counter()
            pool.map(time.sleep, [LENGTH] * JOBS, chunksize=1)
            times.append(time.perf_counter() - began)
    return min(times)


if __name__ == "__main__":
    multiprocessing.set_start_method("fork")  # many workers, quickly
    if hasattr(os, "sched_setaffinity"):  # on Linux: one CPU for all workers
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    times, order = {workers: [] for workers in SIZES}, deque(SIZES)
    for _ in range(4):
        order.rotate()  # in turns, another size first each time
        for workers in order:
            times[workers].append(measure(workers))
    least = {workers: min(times[workers][1:]) for workers in SIZES}  # but the warm-up
    for workers, wall in least.items():
        print(f"pool of {workers}: {wall * 1e3:.1f} ms")
        assert wall >= JOBS / workers * LENGTH
    print(f"pool of 1 / pool of 24: {least[1] / least[24]:.1f} times")
    assert least[1] > 3 * least[24]
