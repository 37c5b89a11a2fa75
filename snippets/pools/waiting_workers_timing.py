# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# quiet = true
# limit = 60
# ///
"""For jobs that wait, 24 workers need far less time than one, however few CPUs."""

import multiprocessing
import time

JOBS, LENGTH = 24, 0.02


def seconds(workers):
    barrier = multiprocessing.Barrier(workers + 1)
    with multiprocessing.Pool(workers, barrier.wait) as pool:
        barrier.wait()  # every worker is there
        began = time.perf_counter()
        pool.map(time.sleep, [LENGTH] * JOBS, chunksize=1)
        return time.perf_counter() - began


if __name__ == "__main__":
    multiprocessing.set_start_method("fork")  # many workers, quickly
    took = {workers: seconds(workers) for workers in (1, 2, 4, 8, 24)}
    for workers, wall in took.items():
        print(f"pool of {workers}: {wall * 1e3:.1f} ms")
        assert wall >= JOBS / workers * LENGTH
    print(f"pool of 1 / pool of 24: {took[1] / took[24]:.1f} times")
    assert took[1] > 3 * took[24]
