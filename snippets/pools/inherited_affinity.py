# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# limit = 30
# ///
"""Workers inherit that an import tied main to one CPU; an initializer frees them."""

import multiprocessing
import os

allowed = os.sched_getaffinity(0)  # before the import


def import_library():
    """Do as a library that pins its threads: the process is tied to one CPU."""
    os.sched_setaffinity(0, {min(allowed)})


def cpus(_):
    return len(os.sched_getaffinity(0))


if __name__ == "__main__":
    import_library()
    with multiprocessing.Pool(2) as pool:
        tied = pool.map(cpus, range(4), chunksize=1)
    print("CPUs of the worker, for each job:", *tied)
    assert tied == [1] * 4

    give_back = (0, allowed)
    with multiprocessing.Pool(2, os.sched_setaffinity, give_back) as pool:
        freed = pool.map(cpus, range(4), chunksize=1)
    print("with the initializer:            ", *freed)
    assert freed == [len(allowed)] * 4
