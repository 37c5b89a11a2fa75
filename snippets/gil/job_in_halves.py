# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# quiet = true
# platform = "linux"
# limit = 30
# ///
"""One job can be cut: halves of a sum on two CPUs are done before the whole on one."""

import multiprocessing
import os
import time
from collections import deque
from pathlib import Path

LIMIT = 400_000
ONE_PIECE, HALVES = [(0, LIMIT)], [(0, LIMIT // 2), (LIMIT // 2, LIMIT)]
fork = multiprocessing.get_context("fork")
results = fork.SimpleQueue()


def lacked():
    """Return for how long this process was ready, while others had its CPU."""
    return int(Path("/proc/thread-self/schedstat").read_text().split()[1]) / 1e9


def part(cpu, first, last):
    os.sched_setaffinity(0, {cpu})  # so that the other half cannot be in the way
    began, before = time.perf_counter(), lacked()
    total = sum(number * number for number in range(first, last))
    ended, late = time.perf_counter(), lacked() - before
    results.put((total, began, ended, late, time.process_time()))


def in_processes(bounds):
    """Return the sum, how long it took without lack of a CPU, and the CPU time."""
    workers = [
        fork.Process(target=part, args=(cpu, *pair), name=f"from {pair[0]}")
        for cpu, pair in zip(cpus, bounds, strict=False)
    ]
    for worker in workers:
        worker.start()
    answers = [results.get() for _ in workers]
    totals, begins, ends, delays, cpu_times = zip(*answers, strict=True)
    for worker in workers:
        worker.join()
    took = max(ends) - min(begins) - max(delays)
    return sum(totals), took, sum(cpu_times)


if __name__ == "__main__":
    cpus = sorted(os.sched_getaffinity(0))[:2]
    assert len(cpus) == 2, "this program needs two CPUs"
    ways, rounds = deque([ONE_PIECE, HALVES]), {1: [], 2: []}
    for _ in range(12):
        ways.rotate()  # in turns: the other one comes first
        for bounds in ways:
            rounds[len(bounds)].append(in_processes(bounds))
    least = {}
    for pieces, name in ((1, "in one piece"), (2, "in halves")):
        totals, took, cpu = zip(*rounds[pieces][1:], strict=True)  # warmed up
        least[pieces] = min(took)
        print(f"{name}: {totals[0]}, in {least[pieces] * 1000:.0f} ms")
        assert set(totals) == {(LIMIT - 1) * LIMIT * (2 * LIMIT - 1) // 6}
    assert least[2] < 0.9 * least[1]
