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
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage

STEPS = 640_000


def part(steps):
    for _ in range(steps):
        pass


def cpu_time():
    usages = getrusage(RUSAGE_SELF), getrusage(RUSAGE_CHILDREN)
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)


def cut_into(count, kind):
    """Return the CPU time of the whole job in so many workers, the best of three."""
    times = []
    for _ in range(3):
        begin = cpu_time()
        workers = [kind(target=part, args=(STEPS // count,)) for _ in range(count)]
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join()
        times.append(cpu_time() - begin)
    return min(times)


if __name__ == "__main__":
    fork = multiprocessing.get_context("fork")  # the cheapest way to start one
    two, many = cut_into(2, fork.Process), cut_into(64, fork.Process)
    print(f"in 2 processes: {two * 1e3:.1f} ms")
    print(f"64 processes / 2 processes: {many / two:.1f} times")
    two_threads = cut_into(2, threading.Thread)
    many_threads = cut_into(64, threading.Thread)
    print(f"64 threads / 2 threads: {many_threads / two_threads:.1f} times")
    assert many > 2 * two
    assert many_threads - two_threads < (many - two) / 2
