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
from collections import deque

JOBS, SIZES = 4000, (1, 10, 100, 500)

if __name__ == "__main__":
    times, order = {size: [] for size in SIZES}, deque(SIZES)
    with multiprocessing.Pool(2) as pool:
        for _ in range(5):
            order.rotate()  # in turns, another size first each time
            for size in order:
                began, cpu = time.perf_counter(), time.process_time()
                answers = pool.map(abs, range(-JOBS, 0), size)
                end, cpu_end = time.perf_counter(), time.process_time()
                times[size].append((end - began, cpu_end - cpu))
                assert sum(answers) == JOBS * (JOBS + 1) // 2

    least = {}
    for size in SIZES:  # the first round has warmed up
        least[size] = list(map(min, zip(*times[size][1:], strict=True)))
        print(f"{JOBS} jobs, chunks of {size}: {least[size][0] * 1e3:.2f} ms")
    ratio, cpu_ratio = (
        one / many for one, many in zip(least[1], least[500], strict=True)
    )
    print(f"chunks of 1 / chunks of 500: {ratio:.1f} times")
    print(f"main's CPU time, chunks of 1 / of 500: {cpu_ratio:.1f} times")
    assert cpu_ratio > 3
