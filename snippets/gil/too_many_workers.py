# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# quiet = true
# platform = "linux"
# limit = 30
# ///
"""However many processes share a job, its CPU time divided by the CPUs is needed."""

import multiprocessing
import os
import time
from collections import deque
from resource import RUSAGE_CHILDREN, getrusage
from statistics import median

fork = multiprocessing.get_context("fork")
WORK = 2_000_000


def count_down(number):
    while number:
        number -= 1


def share_out(workers):
    """Share out the work; return how long that takes, and the workers' CPU time."""
    began, cpu_began = time.perf_counter(), sum(getrusage(RUSAGE_CHILDREN)[:2])
    share = [WORK // workers]
    several = [fork.Process(target=count_down, args=share) for _ in range(workers)]
    for one in several:
        one.start()
    for one in several:
        one.join()
    cpu = sum(getrusage(RUSAGE_CHILDREN)[:2]) - cpu_began
    return time.perf_counter() - began, cpu


if __name__ == "__main__":
    os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:2])  # children inherit it
    cpus = len(os.sched_getaffinity(0))
    rounds, order = {1: [], cpus: [], 10 * cpus: []}, deque([1, cpus, 10 * cpus])
    for _ in range(9):
        order.rotate()  # in turns, another number first each time
        for workers in order:
            took, cpu = share_out(workers)
            assert took > 0.9 * cpu / min(workers, cpus)
            rounds[workers].append((took, cpu))
    typical = {}
    for workers, pairs in rounds.items():  # the first round has warmed up
        took, typical[workers] = map(median, zip(*pairs[1:], strict=True))
        cpu = typical[workers]
        print(f"{workers:3} at once: {took:.3f} s for {cpu:.3f} s of CPU time")
        # Bound by the CPU time that one worker needs: more workers need no less.
        assert took > 0.8 * typical[1] / min(workers, cpus)
        assert cpu > 0.8 * typical[1]
    print(f"one worker's CPU time / CPUs: {typical[1] / cpus:.3f} s")
