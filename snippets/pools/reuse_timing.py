# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# quiet = true
# limit = 30
# ///
"""A small job costs far less in a running pool than in a process of its own."""

import multiprocessing
import time
from collections import deque

JOBS = 4  # in each round


def in_a_process(number):
    child = multiprocessing.Process(target=abs, args=[number])
    child.start()
    child.join()


def durations(do):
    """Do the jobs of a round; return how many ms each takes."""
    times = []
    for number in range(JOBS):
        began = time.perf_counter()
        do(number)
        times.append((time.perf_counter() - began) * 1e3)
    return times


def processes():
    return durations(in_a_process)


def pool():
    with multiprocessing.Pool(2) as pool:
        pool.apply(abs, [0])  # the pool is up
        before = set(multiprocessing.active_children())
        times = durations(lambda number: pool.apply(abs, [number]))
        assert len(before) == 2 and set(multiprocessing.active_children()) == before
    return times


if __name__ == "__main__":
    times, ways = {processes: [], pool: []}, deque([processes, pool])
    for _ in range(6):
        ways.rotate()  # in turns: the other one comes first
        for way in ways:
            times[way] += way()
    alone, pooled = times[processes][JOBS:], times[pool][JOBS:]  # but the warm-up
    print(f"{len(alone)} jobs, a process for each: {sum(alone):.2f} ms")
    print(f"{len(pooled)} jobs in a pool of 2: {sum(pooled):.2f} ms")
    print(f"the quickest in a process of its own: {min(alone):.2f} ms")
    print(f"the quickest in the pool: {min(pooled):.2f} ms")
    print(f"own process / pool, the quickest: {min(alone) / min(pooled):.1f} times")
    assert min(alone) > 3 * min(pooled)
