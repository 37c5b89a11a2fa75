"""Pool.map sends up to four chunks for each worker; imap and executors send items."""

import multiprocessing
import os
from concurrent.futures import ProcessPoolExecutor
from math import ceil

WORKERS = 4
kept = []


def job(mark):
    """Tell chunks apart: a chunk is unpickled as a whole, and so has one mark."""
    kept.append(mark)
    return os.getpid(), id(mark)


def chunks_of(marks):
    return len(set(marks))


if __name__ == "__main__":
    with multiprocessing.Pool(WORKERS) as pool:
        for length in (4, 16, 17, 100, 1000):
            items = [["a mark"]] * length  # the same object in each place
            chunks = chunks_of(pool.map(job, items))
            size = ceil(length / (4 * WORKERS))
            print(f"map, {length:4} items: {chunks:4} chunks of up to {size}")
            assert chunks == ceil(length / size)

        chosen = chunks_of(pool.map(job, items, chunksize=10))
        print(f"map, chunksize=10:  {chosen} chunks")
        assert chosen == 100
        for method in (pool.imap, pool.imap_unordered):
            single = chunks_of(method(job, items))
            print(f"{method.__name__}: {single} chunks")
            assert single == 1000

    with ProcessPoolExecutor(WORKERS) as executor:
        single = chunks_of(executor.map(job, items[:100]))
        chosen = chunks_of(executor.map(job, items[:100], chunksize=10))
    print(f"ProcessPoolExecutor.map, 100 items: {single} chunks, in tens {chosen}")
    assert (single, chosen) == (100, 10)
