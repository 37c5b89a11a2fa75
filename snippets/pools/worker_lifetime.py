"""maxtasksperchild replaces a worker after so many tasks; a chunk is one task."""

import multiprocessing
import os


def job(number):
    return os.getpid()


def pids(chunksize):
    # Spawn, because new workers are started from a thread of the pool.
    spawn = multiprocessing.get_context("spawn")
    with spawn.Pool(1, maxtasksperchild=2) as pool:
        return pool.map(job, range(6), chunksize)


if __name__ == "__main__":
    single = pids(chunksize=1)
    print("worker of each job, chunks of 1:", *single)
    assert len(set(single)) == 3
    assert all(single.count(pid) == 2 for pid in single)

    chunked = pids(chunksize=3)
    print("worker of each job, chunks of 3:", *chunked)
    assert len(set(chunked)) == 1
