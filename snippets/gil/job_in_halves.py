# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# quiet = true
# platform = "linux"
# limit = 30
# ///
"""One job can be cut: two processes do half of a sum each, at the same time."""

import multiprocessing
import time
from collections import deque
from statistics import median

LIMIT = 400_000
ONE_PIECE, HALVES = [(0, LIMIT)], [(0, LIMIT // 2), (LIMIT // 2, LIMIT)]
fork = multiprocessing.get_context("fork")
results = fork.SimpleQueue()


def part(first, last):
    began = time.perf_counter()
    numbers = range(first, last)
    total = sum(number * number for number in numbers)
    ended = time.perf_counter()
    results.put((total, len(numbers), time.process_time(), began, ended))


def in_processes(bounds):
    """Return the sum, each one's numbers, the longest CPU time, and all's overlap."""
    workers = [
        fork.Process(target=part, args=pair, name=f"from {pair[0]}") for pair in bounds
    ]
    for worker in workers:
        worker.start()
    answers = [results.get() for _ in workers]
    totals, sizes, cpu_times, begins, ends = zip(*answers, strict=True)
    for worker in workers:
        worker.join()
    return sum(totals), sizes, max(cpu_times), min(ends) - max(begins)


if __name__ == "__main__":
    ways = deque([ONE_PIECE, HALVES])
    rounds = {1: [], 2: []}  # by the number of pieces
    for _ in range(10):
        ways.rotate()  # in turns: the other one comes first
        for bounds in ways:
            rounds[len(bounds)].append(in_processes(bounds))
    (one, _, whole, _), (two, sizes, half, together) = (
        zip(*rounds[pieces][1:], strict=True) for pieces in (1, 2)
    )
    print(f"in one piece: {one[0]}, {min(whole) * 1000:.0f} ms of CPU time")
    print(f"in halves:    {two[0]}, {min(half) * 1000:.0f} ms of CPU time each,")
    print(f"of which they are both under way for {median(together) * 1000:.0f} ms")
    assert set(one) == set(two) == {(LIMIT - 1) * LIMIT * (2 * LIMIT - 1) // 6}
    assert set(sizes) == {(LIMIT // 2, LIMIT // 2)}  # half of the work is each one's
    assert median(together) > 0
