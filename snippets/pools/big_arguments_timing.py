# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# quiet = true
# limit = 30
# ///
"""Jobs that find big data in the worker cost main less than jobs that bring it."""

import multiprocessing
import time
from collections import deque

DATA = bytes(2_000_000)
JOBS = 20


def set_up(data):
    global mine
    mine = data


def with_argument(number, data):
    return data[number]


def with_global(number):
    return mine[number]


def by_job(pool):
    pairs = [(number, DATA) for number in range(JOBS)]
    return pool.starmap(with_argument, pairs, chunksize=1)


def by_worker(pool):
    return pool.map(with_global, range(JOBS), chunksize=1)


if __name__ == "__main__":
    times, order = {by_job: [], by_worker: []}, deque([by_job, by_worker])
    with multiprocessing.Pool(2, set_up, [DATA]) as pool:
        for _ in range(5):
            order.rotate()  # in turns: the other one comes first
            for way in order:
                began = time.process_time()
                assert way(pool) == [0] * JOBS
                times[way].append(time.process_time() - began)
    # Of main; without the round that warms up.
    each, once = min(times[by_job][1:]), min(times[by_worker][1:])
    print(f"with the data in each job: {each * 1e3:.1f} ms")
    print(f"with the data in each worker: {once * 1e3:.1f} ms")
    print(f"in each job / in each worker: {each / once:.0f} times")
    assert each > 3 * once
