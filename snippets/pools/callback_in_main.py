# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "plain"
# ///
"""The callback of apply_async runs in main's process, and the job in another."""

import os
from multiprocessing import Pool


def square(number):
    print(f"job {number} runs in {os.getpid()}", flush=True)
    return number * number


def note(result):
    print(f"callback with {result} runs in {os.getpid()}", flush=True)
    noted.append(result)


noted = []

if __name__ == "__main__":
    print("main is", os.getpid())
    pool = Pool(2)
    for number in range(3):
        pool.apply_async(square, [number], callback=note)
    pool.close()
    pool.join()
    assert sorted(noted) == [0, 1, 4]
