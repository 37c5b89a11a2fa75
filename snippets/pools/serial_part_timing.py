# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# quiet = true
# limit = 60
# ///
"""Two workers cannot beat what main does alone, and gain more where jobs are long."""

import multiprocessing
import os
import time
from collections import deque

CPUS = len(os.sched_getaffinity(0))
JOBS, SERIAL = 16, 800_000  # steps of main alone
SIZES = {"short jobs": 25_000, "long jobs": 300_000}  # steps of each job


def busy(steps):
    """Count to a number; return the CPU time that it took."""
    began = time.process_time()
    for _ in range(steps):
        pass
    return time.process_time() - began


def run(workers, steps):
    """Return how long main and the jobs take, and the CPU time of each."""
    with fork.Pool(workers) as pool:
        pool.map(busy, [SERIAL] * workers, chunksize=1)  # warms up
        began = time.perf_counter()
        serial = busy(SERIAL)  # the part that cannot be shared
        parallel = sum(pool.imap_unordered(busy, [steps] * JOBS))
        took = time.perf_counter() - began
    return took, serial, parallel


if __name__ == "__main__":
    fork = multiprocessing.get_context("fork")
    rounds = {(name, workers): [] for name in SIZES for workers in (1, 2)}
    order, gain = deque(rounds), {}
    for turn in range(40):
        order.rotate()  # in turns, another one first each time
        for name, workers in order:
            rounds[name, workers].append(run(workers, SIZES[name]))
        # The first round warms up; where other programs get in between, look again.
        least = {
            key: [min(one) for one in zip(*made[turn > 0 :], strict=True)]
            for key, made in rounds.items()
        }
        gain = {name: least[name, 1][0] / least[name, 2][0] for name in SIZES}
        if turn > 4 and (gain["long jobs"] > gain["short jobs"] or CPUS == 1):
            break
    for name in SIZES:
        alone, serial, parallel = least[name, 1]
        bound = serial + parallel / min(2, CPUS)  # Amdahl's law
        print(f"{name}, main alone: {serial * 1e3:.1f} ms")
        print(f"{name}, one worker: {alone * 1e3:.1f} ms")
        print(f"{name}, two workers: {least[name, 2][0] * 1e3:.1f} ms")
        print(f"{name}, two workers at least: {bound * 1e3:.1f} ms")
        print(f"{name}, one worker / two workers: {gain[name]:.2f} times")
        highest = (serial + parallel) / serial
        print(f"{name}, one CPU / any number, at best: {highest:.1f} times")
        assert least[name, 2][0] > 0.8 * bound
    assert gain["long jobs"] > gain["short jobs"] or CPUS == 1
