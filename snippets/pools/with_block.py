# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# args = [["pool"], ["executor"]]
# ///
"""Leaving a pool's with block ends its jobs; leaving an executor's waits for them."""

import multiprocessing
import sys
import time
from concurrent.futures import ProcessPoolExecutor

JOBS = 4


def set_up(*shared):
    global begun, done
    begun, done = shared


def job(seconds):
    begun.set()
    time.sleep(seconds)
    with done.get_lock():
        done.value += 1


if __name__ == "__main__":
    begun, done = multiprocessing.Event(), multiprocessing.Value("i")
    if sys.argv[1] == "pool":
        with multiprocessing.Pool(2, set_up, [begun, done]) as pool:
            for _ in range(JOBS):
                pool.apply_async(job, [60])
            begun.wait()
        expected = 0
    else:
        with ProcessPoolExecutor(2, None, set_up, [begun, done]) as executor:
            for _ in range(JOBS):
                executor.submit(job, 0.1)
            begun.wait()
        expected = JOBS
    print(f"the block is left; {done.value} of {JOBS} jobs have finished")
    assert done.value == expected
    assert not multiprocessing.active_children()
