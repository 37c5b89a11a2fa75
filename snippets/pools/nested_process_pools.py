"""Workers of a ProcessPoolExecutor may have workers; those of a Pool may not."""

import multiprocessing
import os
from concurrent.futures import ProcessPoolExecutor

fork = multiprocessing.get_context("fork")


def pids(n):
    """Let a pool of this process's own do a job; return who asked and who did it."""
    with ProcessPoolExecutor(1, fork) as inner:
        return os.getpid(), inner.submit(os.getpid).result()


def attempt(n):
    assert multiprocessing.current_process().daemon
    try:
        return pids(n)
    except AssertionError as error:
        return error


if __name__ == "__main__":
    with ProcessPoolExecutor(1, fork) as outer:
        worker, inner_worker = outer.submit(pids, 1).result()
    print("in an executor's worker:", "three processes")
    assert len({os.getpid(), worker, inner_worker}) == 3

    with fork.Pool(1) as pool:
        refusal = pool.apply(attempt, (1,))
        pool.close()
        pool.join()
    print("in a Pool's worker:", refusal)
    assert isinstance(refusal, AssertionError)
