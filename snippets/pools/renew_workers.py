# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "recipe"
# limit = 30
# ///
"""A worker is replaced after so many jobs, if each job is a chunk of its own."""

import multiprocessing
import os


def map_renewed(function, items, workers, jobs_each):
    """Return pool.map's list; a new worker takes over after `jobs_each` jobs."""
    context = multiprocessing.get_context("spawn")  # a thread starts the new ones
    with context.Pool(workers, maxtasksperchild=jobs_each) as pool:
        return pool.map(function, items, chunksize=1)  # the point


leak = []


def job(number):
    leak.append(number)  # what the job leaves behind in its worker
    return os.getpid(), len(leak)


def chunks_of_three(items):
    with multiprocessing.get_context("spawn").Pool(1, maxtasksperchild=2) as pool:
        return pool.map(job, items, chunksize=3)


if __name__ == "__main__":
    pids, leaks = zip(*map_renewed(job, range(6), 1, jobs_each=2), strict=True)
    print("worker of each job:", *pids)
    print("left behind in it: ", *leaks)
    assert leaks == (1, 2) * 3 and len(set(pids)) == 3

    pids, leaks = zip(*chunks_of_three(range(6)), strict=True)
    print("in chunks of three:", *leaks)
    assert leaks == (1, 2, 3, 4, 5, 6) and len(set(pids)) == 1
