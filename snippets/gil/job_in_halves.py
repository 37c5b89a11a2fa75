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
fork = multiprocessing.get_context("fork")
results = fork.SimpleQueue()


def part(first, last):
    cpu_began = time.thread_time()
    total = sum(number * number for number in range(first, last))
    results.put((total, time.thread_time() - cpu_began))


if __name__ == "__main__":
    part(0, LIMIT)
    whole, whole_cpu = results.get()

    middle = LIMIT // 2
    halves = [
        fork.Process(target=part, args=bounds, name=f"from {bounds[0]}")
        for bounds in ((0, middle), (middle, LIMIT))
    ]
    for half in halves:
        half.start()
    totals, cpu_times = zip(results.get(), results.get(), strict=True)
    for half in halves:
        half.join()

    print(f"in one piece: {whole}, {whole_cpu:.2f} s of CPU time")
    print(f"in halves:    {sum(totals)},", *(f"{cpu:.2f} s" for cpu in cpu_times))
    assert sum(totals) == whole
    assert max(cpu_times) < 0.8 * whole_cpu
