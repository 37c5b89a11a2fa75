# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# quiet = true
# limit = 30
# ///
"""A small job cut into 64 processes takes over twice the CPU time of two."""

import multiprocessing
import threading
from collections import deque
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage

STEPS = 640_000
fork = multiprocessing.get_context("fork")  # the cheapest way to start a process


def part(steps):
    for _ in range(steps):
        pass


def cpu_time():
    return sum(getrusage(RUSAGE_SELF)[:2] + getrusage(RUSAGE_CHILDREN)[:2])


def cut_into(count, kind):
    """Return the CPU time of the whole job in so many workers."""
    begin = cpu_time()
    workers = [kind(target=part, args=(STEPS // count,)) for _ in range(count)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return cpu_time() - begin


if __name__ == "__main__":
    kinds = (fork.Process, threading.Thread)
    cuts = {(count, kind): [] for kind in kinds for count in (2, 64)}
    order = deque(cuts)
    for _ in range(4):
        order.rotate()  # in turns, another one first each time
        for cut in order:
            cuts[cut].append(cut_into(*cut))
    least = [min(times[1:]) for times in cuts.values()]  # without the warm-up
    two, many, two_threads, many_threads = least
    print(f"in 2 processes: {two * 1e3:.1f} ms")
    print(f"64 processes / 2 processes: {many / two:.1f} times")
    print(f"in 2 threads: {two_threads * 1e3:.1f} ms")
    print(f"64 threads / 2 threads: {many_threads / two_threads:.1f} times")
    assert many > 2 * two
    assert many_threads - two_threads < (many - two) / 2
