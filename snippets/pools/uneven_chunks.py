# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# args = [["default"], ["1"]]
# ///
"""Long jobs in one chunk all go to one worker; chunksize=1 lets another one help."""

import multiprocessing
import os
import sys
import time

LENGTHS = [0.1] * 4 + [0.001] * 28  # four long jobs, then many short ones


def job(length):
    time.sleep(length)
    return os.getpid()


if __name__ == "__main__":
    chunksize = 1 if sys.argv[1] == "1" else None
    barrier = multiprocessing.Barrier(3)
    with multiprocessing.Pool(2, barrier.wait) as pool:
        barrier.wait()  # both workers are there
        began = time.perf_counter()
        pids = pool.map(job, LENGTHS, chunksize)
        took = time.perf_counter() - began

    long_ones = [pids[:4].count(pid) for pid in set(pids)]
    print(f"chunksize {sys.argv[1]}: {took:.2f} s")
    print("the four long jobs, by worker:", *long_ones)
    if chunksize is None:
        assert 4 in long_ones
        assert took >= sum(LENGTHS[:4])
    else:
        assert 4 not in long_ones
