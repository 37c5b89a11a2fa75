# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# quiet = true
# platform = "linux"
# limit = 30
# ///
"""However many processes share a job, it needs its CPU time divided by the CPUs."""

import multiprocessing
import os
import resource
import time

fork = multiprocessing.get_context("fork")
WORK = 6_000_000


def count_down(number):
    while number:
        number -= 1


def children_cpu_time():
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


if __name__ == "__main__":
    os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:2])  # children inherit it
    cpus = len(os.sched_getaffinity(0))
    for workers in (1, cpus, 10 * cpus):
        share = [WORK // workers]
        began, cpu_began = time.perf_counter(), children_cpu_time()
        several = [fork.Process(target=count_down, args=share) for _ in range(workers)]
        for one in several:
            one.start()
        for one in several:
            one.join()
        took, cpu = time.perf_counter() - began, children_cpu_time() - cpu_began
        print(f"{workers:3} at once: {took:.2f} s for {cpu:.2f} s of CPU time")
        assert took > 0.9 * cpu / min(workers, cpus)
    print(f"CPUs: {cpus}; no number of workers can do better than {cpu / cpus:.2f} s")
