# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "plain"
# limit = 30
# ///
"""Fourteen jobs on eight workers take two rounds: six workers get a second job."""

import os
import time
from multiprocessing import Pool


def job(number):
    print(f"job {number} starts in {os.getpid()}", flush=True)
    time.sleep(0.5)
    print(f"job {number} ends", flush=True)
    return os.getpid()


if __name__ == "__main__":
    begin = time.perf_counter()
    pool = Pool(8)
    results = [pool.apply_async(job, [number]) for number in range(14)]
    pool.close()
    pool.join()
    print(f"all 14 took {time.perf_counter() - begin:.1f} s")
    pids = {result.get() for result in results}
    assert len(pids) <= 8 and time.perf_counter() - begin >= 1
