# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "plain"
# ///
"""Of five jobs of random length on four workers, the fifth waits for a free worker."""

import os
import random
import time
from multiprocessing import Pool


def job(number):
    begin = time.perf_counter()
    time.sleep(random.uniform(0.1, 0.4))
    took = time.perf_counter() - begin
    print(f"job {number} in {os.getpid()} took {took:.2f} s", flush=True)
    return os.getpid()


if __name__ == "__main__":
    print("main is", os.getpid())
    pool = Pool(4)
    results = [pool.apply_async(job, [number]) for number in range(5)]
    pool.close()
    pool.join()
    pids = [result.get() for result in results]
    assert len(set(pids)) <= 4 and os.getpid() not in pids
