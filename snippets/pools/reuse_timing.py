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

JOBS = 20


def in_a_process(number):
    child = multiprocessing.Process(target=abs, args=[number])
    child.start()
    child.join()
    return child.pid


def durations(do):
    """Do each job; return the shortest time that one took, and the time of all."""
    times = []
    for number in range(JOBS):
        began = time.perf_counter()
        do(number)
        times.append(time.perf_counter() - began)
    return min(times) * 1e3, sum(times) * 1e3


if __name__ == "__main__":
    alone, all_alone = durations(in_a_process)
    with multiprocessing.Pool(2) as pool:
        pool.apply(abs, [0])  # the pool is up
        pids = {child.pid for child in multiprocessing.active_children()}
        pooled, all_pooled = durations(lambda number: pool.apply(abs, [number]))
        assert {child.pid for child in multiprocessing.active_children()} == pids
    print(f"{JOBS} jobs, a process for each: {all_alone:.2f} ms")
    print(f"{JOBS} jobs in a pool of {len(pids)}: {all_pooled:.2f} ms")
    print(f"the quickest in a process of its own: {alone:.2f} ms")
    print(f"the quickest in the pool: {pooled:.2f} ms")
    print(f"own process / pool, the quickest: {alone / pooled:.1f} times")
    assert len(pids) == 2
    assert alone > 3 * pooled
