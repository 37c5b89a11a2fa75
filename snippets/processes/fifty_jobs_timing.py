# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# quiet = true
# limit = 30
# ///
"""Threads win fifty tiny jobs by far, yet with a GIL they add up two heavy ones."""

import math
import multiprocessing
import sys
import threading
import time
from collections import deque

HEAVY = 0.03  # seconds of CPU time


def tiny():
    math.factorial(20)


def heavy():
    begin = time.thread_time()
    while time.thread_time() < begin + HEAVY:  # waiting does not count
        pass


def total(kind, job, count):
    """Return how long so many workers take together."""
    begin = time.perf_counter()
    workers = [kind(target=job) for _ in range(count)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return time.perf_counter() - begin


if __name__ == "__main__":
    fork = multiprocessing.get_context("fork")  # the cheapest way to start one
    kinds, jobs = (fork.Process, threading.Thread), ((tiny, 50), (heavy, 2))
    tests = {(kind, *job): [] for kind in kinds for job in jobs}
    order = deque(tests)
    for _ in range(11):
        order.rotate()  # in turns, another one first each time
        for test in order:
            tests[test].append(total(*test))
    least = [min(times[1:]) for times in tests.values()]  # without the warm-up
    processes, heavy_processes, threads, heavy_threads = least

    print(f"50 tiny jobs, processes / threads: {processes / threads:.1f} times")
    print(f"2 heavy jobs, threads: {heavy_threads * 1e3:.0f} ms")
    ratio = heavy_processes / heavy_threads
    print(f"2 heavy jobs, processes / threads: {ratio:.2f} times")
    assert processes > 3 * threads
    if getattr(sys, "_is_gil_enabled", lambda: True)():
        assert heavy_threads > 0.95 * (HEAVY + HEAVY)
