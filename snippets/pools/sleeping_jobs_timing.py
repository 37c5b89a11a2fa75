# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# quiet = true
# limit = 20
# ///
"""Sleeping jobs take two rounds in threads and in processes; only the start differs."""

import multiprocessing
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

JOBS, WORKERS, SLEEP = 8, 5, 0.06


def processes(method):
    return lambda n: ProcessPoolExecutor(n, multiprocessing.get_context(method))


def start_time(executor_class):
    """Seconds from handing in the first job of an executor to that job's begin."""
    with executor_class(1) as executor:
        begin = time.monotonic()
        return executor.submit(time.monotonic).result() - begin


def rounds(executor_class):
    """Seconds for eight jobs when all workers are there, in units of one job."""
    best = float("inf")
    with executor_class(WORKERS) as executor:
        list(executor.map(time.sleep, [SLEEP] * JOBS))  # starts the workers
        for _ in range(20):  # a busy machine may need more than one try
            begin = time.perf_counter()
            list(executor.map(time.sleep, [SLEEP] * JOBS))
            best = min(best, (time.perf_counter() - begin) / SLEEP)
            if best < 3:
                break
    return best


if __name__ == "__main__":
    kinds = {"threads": ThreadPoolExecutor}
    kinds.update(fork=processes("fork"), spawn=processes("spawn"))
    start = {}
    for name, kind in kinds.items():
        start[name] = min(start_time(kind) for _ in range(2))
        print(f"{name}, until the first job begins: {start[name] * 1e3:.1f} ms")
        batch = rounds(kind)
        print(f"{name}, eight jobs of 60 ms: {batch * SLEEP * 1e3:.1f} ms")
        assert 2 <= batch < 3
    print(f"spawn / threads: {start['spawn'] / start['threads']:.0f} times")
    assert start["spawn"] > 5 * start["threads"]
