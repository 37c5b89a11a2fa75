# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# quiet = true
# limit = 30
# ///
"""For a little work, a pool of 32 burns more CPU time than a pool of two."""

import multiprocessing
from collections import deque
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage

WORK, PARTS = 600_000, 32


def part(steps):
    for _ in range(steps):
        pass


def cpu_seconds(workers):
    """Do the work in a new pool; return the CPU time of main and its children."""
    before = used()
    with multiprocessing.Pool(workers) as pool:
        pool.map(part, [WORK // PARTS] * PARTS, chunksize=1)
        pool.close()
        pool.join()
    return used() - before


def used():
    return sum(getrusage(RUSAGE_SELF)[:2] + getrusage(RUSAGE_CHILDREN)[:2])


if __name__ == "__main__":
    # The fork method, so that workers are main's own children.
    multiprocessing.set_start_method("fork")
    rounds, order = {2: [], 32: []}, deque([2, 32])
    for _ in range(6):
        order.rotate()  # in turns: the other one comes first
        for workers in order:
            rounds[workers].append(cpu_seconds(workers))
    few, many = min(rounds[2][1:]), min(rounds[32][1:])  # without the warm-up
    print(f"CPU time, pool of 2: {few * 1e3:.1f} ms")
    print(f"CPU time, pool of 32: {many * 1e3:.1f} ms")
    print(f"pool of 32 / pool of 2: {many / few:.2f} times")
    assert many > few * 1.3
