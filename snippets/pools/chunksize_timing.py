# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# quiet = true
# limit = 30
# ///
"""Thousands of tiny jobs cost several times less in large chunks than one by one."""

import multiprocessing
import time

JOBS = 4000


def best(pool, chunksize, rounds=3):
    times = []
    for _ in range(rounds):
        began = time.perf_counter()
        answers = pool.map(abs, range(-JOBS, 0), chunksize)
        times.append(time.perf_counter() - began)
        assert sum(answers) == JOBS * (JOBS + 1) // 2
    return min(times)


if __name__ == "__main__":
    with multiprocessing.Pool(2) as pool:
        times = {size: best(pool, size) for size in (1, 10, 100, 500)}
    for size, seconds in times.items():
        print(f"{JOBS} jobs, chunks of {size}: {seconds * 1e3:.2f} ms")
    print(f"chunks of 1 / chunks of 500: {times[1] / times[500]:.1f} times")
    assert times[1] > 3 * times[500]
