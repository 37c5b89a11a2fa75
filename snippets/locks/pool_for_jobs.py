# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "plain"
# ///
"""The same six jobs in a Pool(2): two processes take one job after the other."""

import multiprocessing
import os
import time


def job(number):
    print("job", number, "begins")
    time.sleep(0.1)
    print("job", number, "ends")
    return os.getpid()


if __name__ == "__main__":
    with multiprocessing.Pool(2) as pool:
        used = set(pool.map(job, range(6), chunksize=1))
        pool.close()
        pool.join()
    print("processes:", len(used))
    assert len(used) <= 2
