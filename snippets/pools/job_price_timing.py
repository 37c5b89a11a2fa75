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
from collections import deque

JOBS, STEPS = 500, (1, 100, 10_000, 1_000_000)
HAND_IN = "hand in"


def job(steps):
    for _ in range(steps):
        pass


def cpu_time(what):
    """Return the CPU time, in us, that main needs, and its threads with it."""
    began = time.process_time()
    if what == HAND_IN:
        pool.map(job, [1] * JOBS, chunksize=1)
    else:
        job(what)
    return (time.process_time() - began) * 1e6


if __name__ == "__main__":
    times, order = {what: [] for what in (HAND_IN, *STEPS)}, deque([HAND_IN, *STEPS])
    with multiprocessing.Pool(2) as pool:
        for _ in range(6):
            order.rotate()  # in turns, another one first each time
            for what in order:
                times[what].append(cpu_time(what))
    least = {what: min(times[what][1:]) for what in times}  # without the warm-up
    price = least[HAND_IN] / JOBS
    print(f"handing in a job: {price:.1f} us")
    for steps in STEPS:
        print(f"doing a job of {steps} steps: {least[steps]:.1f} us")
    print(f"the longest job / handing it in: {least[STEPS[-1]] / price:.0f} times")
    assert price > 3 * least[1]
    assert least[STEPS[-1]] > 20 * price
