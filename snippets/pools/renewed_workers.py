"""With max_tasks_per_child=1 each job gets a new worker process."""

import multiprocessing
import os
from concurrent.futures import ProcessPoolExecutor


def job(n):
    return os.getpid()


if __name__ == "__main__":
    spawn = multiprocessing.get_context("spawn")
    for limit in (None, 1):
        with ProcessPoolExecutor(1, spawn, max_tasks_per_child=limit) as executor:
            pids = set(executor.map(job, range(3)))
        print(f"max_tasks_per_child={limit}: 3 jobs in {len(pids)} process(es)")
        assert len(pids) == (3 if limit else 1)

    fork = multiprocessing.get_context("fork")
    try:
        ProcessPoolExecutor(1, fork, max_tasks_per_child=1)
    except ValueError as error:
        print("under fork:", type(error).__name__)
    else:
        raise AssertionError("fork was accepted")
