# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# quiet = true
# limit = 30
# ///
"""Thousands of tiny jobs cost main several times less CPU time in large chunks."""

import multiprocessing
import time

JOBS = 4000


def best(pool, chunksize):
    """Return the least seconds for all jobs, and the least CPU time of main."""
    times = []
    for _ in range(1 + chunksize // 20):  # more often if it is short
        began, cpu = time.perf_counter(), time.process_time()
        answers = pool.map(abs, range(-JOBS, 0), chunksize)
        times.append((time.perf_counter() - began, time.process_time() - cpu))
        assert sum(answers) == JOBS * (JOBS + 1) // 2
    return [min(column) for column in zip(*times, strict=True)]


if __name__ == "__main__":
    barrier = multiprocessing.Barrier(3)
    with multiprocessing.Pool(2, barrier.wait) as pool:
        barrier.wait()  # both workers are there
        times = {size: best(pool, size) for size in (1, 10, 100, 500)}
    for size, (seconds, _) in times.items():
        print(f"{JOBS} jobs, chunks of {size}: {seconds * 1e3:.2f} ms")
    ratio, cpu_ratio = (
        one / many for one, many in zip(times[1], times[500], strict=True)
    )
    print(f"chunks of 1 / chunks of 500: {ratio:.1f} times")
    print(f"main's CPU time, chunks of 1 / of 500: {cpu_ratio:.1f} times")
    assert cpu_ratio > 3
