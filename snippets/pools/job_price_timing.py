# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# quiet = true
# limit = 30
# ///
"""Handing in a tiny job costs main more CPU time than doing it, a long one less."""

import multiprocessing
import time
from functools import partial

JOBS = 500


def job(steps):
    for _ in range(steps):
        pass


def cpu_time(work):
    """Return the least CPU time, in us, that main needed, and its threads with it."""
    times = []
    for _ in range(5):
        began = time.process_time()
        work()
        times.append(time.process_time() - began)
    return min(times) * 1e6


if __name__ == "__main__":
    with multiprocessing.Pool(2) as pool:
        price = cpu_time(lambda: pool.map(job, [1] * JOBS, chunksize=1)) / JOBS
    print(f"handing in a job: {price:.1f} us")
    for steps in (1, 100, 10_000, 1_000_000):
        own = cpu_time(partial(job, steps))
        print(f"doing a job of {steps} steps: {own:.1f} us")
        if steps == 1:
            assert price > 3 * own
    print(f"the longest job / handing it in: {own / price:.0f} times")
    assert own > 20 * price
