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

CPUS = len(os.sched_getaffinity(0))
JOBS = 16


def busy(steps):
    """Count to a number; return the CPU time that it took."""
    began = time.process_time()
    for _ in range(steps):
        pass
    return time.process_time() - began


def highest_gain(pool, name, steps):
    began = time.perf_counter()
    serial = busy(1_000_000)  # the part that cannot be shared
    parallel = sum(pool.imap_unordered(busy, [steps] * JOBS))
    took = time.perf_counter() - began
    assert took >= (serial + parallel / CPUS) * 0.99  # Amdahl's law
    print(f"{name}, main alone: {serial * 1e3:.1f} ms")
    print(f"{name}, all together: {parallel * 1e3:.1f} ms")
    for cpus in (2, 8, 1000):
        gain = (serial + parallel) / (serial + parallel / cpus)
        print(f"{name}, 1 CPU / {cpus} CPUs, at best: {gain:.1f} times")
    return gain


if __name__ == "__main__":
    with multiprocessing.Pool(2) as pool:
        small = highest_gain(pool, "short jobs", 100_000)
        large = highest_gain(pool, "long jobs", 1_000_000)
    assert large > 2 * small
