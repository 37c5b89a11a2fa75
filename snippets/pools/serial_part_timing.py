# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# quiet = true
# limit = 30
# ///
"""What main does alone limits the gain of every pool, and less so if jobs grow."""

import multiprocessing
import os
import time
from collections import deque

CPUS = len(os.sched_getaffinity(0))
JOBS, SERIAL = 16, 400_000  # steps of main alone
SIZES = {"short jobs": 25_000, "long jobs": 150_000}  # steps of each job


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
    assert took >= 0.99 * (serial + parallel / min(workers, CPUS))  # Amdahl's law
    return took, serial, parallel


if __name__ == "__main__":
    fork = multiprocessing.get_context("fork")
    rounds = {(name, workers): [] for name in SIZES for workers in (1, 2)}
    order = deque(rounds)
    for _ in range(6):
        order.rotate()  # in turns, another one first each time
        for name, workers in order:
            rounds[name, workers].append(run(workers, SIZES[name]))
    gain = {}
    for name in SIZES:  # the first round has warmed up
        _, serial, parallel = map(min, zip(*rounds[name, 1][1:], strict=True))
        together = min(took for took, _, _ in rounds[name, 2][1:])
        print(f"{name}, main alone: {serial * 1e3:.1f} ms")
        print(f"{name}, all together: {parallel * 1e3:.1f} ms")
        bound = serial + parallel / min(2, CPUS)  # as one worker's CPU times foretell
        print(f"{name}, with two workers: {together * 1e3:.1f} ms")
        print(f"{name}, with two workers at least: {bound * 1e3:.1f} ms")
        for cpus in (2, 8, 1000):
            gain[name] = (serial + parallel) / (serial + parallel / cpus)
            print(f"{name}, 1 CPU / {cpus} CPUs, at best: {gain[name]:.1f} times")
        assert together > 0.8 * bound
    assert gain["long jobs"] > 2 * gain["short jobs"]
