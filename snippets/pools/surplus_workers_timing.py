# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# quiet = true
# limit = 30
# ///
"""For a little work, a pool of 32 burns more CPU time than a pool of two."""

import multiprocessing
import resource

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
    both = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    usages = [resource.getrusage(who) for who in both]
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)


if __name__ == "__main__":
    # The fork method, so that workers are main's own children.
    multiprocessing.set_start_method("fork")
    few = min(cpu_seconds(2) for _ in range(3))
    many = min(cpu_seconds(32) for _ in range(3))
    print(f"CPU time, pool of 2: {few * 1e3:.1f} ms")
    print(f"CPU time, pool of 32: {many * 1e3:.1f} ms")
    print(f"pool of 32 / pool of 2: {many / few:.2f} times")
    assert many > few * 1.3
