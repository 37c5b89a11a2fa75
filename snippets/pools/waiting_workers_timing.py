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

JOBS, LENGTH = 24, 0.0125


def best(workers):
    """Return the least seconds for all jobs; repeat what is short more often."""
    barrier, times = multiprocessing.Barrier(workers + 1), []
    with multiprocessing.Pool(workers, barrier.wait) as pool:
        barrier.wait()  # every worker is there
        for _ in range(1 + workers // 4):
            began = time.perf_counter()
            pool.map(time.sleep, [LENGTH] * JOBS, chunksize=1)
            times.append(time.perf_counter() - began)
    return min(times)


if __name__ == "__main__":
    multiprocessing.set_start_method("fork")  # many workers, quickly
    if hasattr(os, "sched_setaffinity"):  # on Linux: one CPU for all workers
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    took = {workers: best(workers) for workers in (1, 4, 24)}
    for workers, wall in took.items():
        print(f"pool of {workers}: {wall * 1e3:.1f} ms")
        assert wall >= JOBS / workers * LENGTH
    print(f"pool of 1 / pool of 24: {took[1] / took[24]:.1f} times")
    assert took[1] > 3 * took[24]
