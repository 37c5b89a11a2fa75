# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# quiet = true
# platform = "linux"
# limit = 30
# ///
"""Of many processes on few CPUs most are ready and wait for one, and none is saved."""

import multiprocessing
import os
import time
from collections import deque
from pathlib import Path
from statistics import median

fork = multiprocessing.get_context("fork")
WORK = 4_000_000


def count_down(number, gate, reports):
    reader, writer = gate
    os.close(writer)
    os.read(reader, 1)  # until all have closed it, main too: they are there
    began, cpu, before = time.perf_counter(), time.process_time(), lacked()
    while number:
        number -= 1
    cpu, ended = time.process_time() - cpu, time.perf_counter()
    reports.put((began, ended, cpu, lacked() - before))


def lacked():
    """Return for how long this process was ready without a CPU."""
    return int(Path("/proc/thread-self/schedstat").read_text().split()[1]) / 1e9


def share_out(workers):
    """Share out the work; return how long it takes, and all CPU and ready time."""
    gate, reports = os.pipe(), fork.SimpleQueue()
    args = [WORK // workers, gate, reports]
    several = [fork.Process(target=count_down, args=args) for _ in range(workers)]
    for one in several:
        one.start()
    os.close(gate[1])
    for one in several:
        one.join()
    os.close(gate[0])
    begins, ends, cpu, ready = zip(*(reports.get() for _ in several), strict=True)
    return max(ends) - min(begins), sum(cpu), sum(ready)


if __name__ == "__main__":
    os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:2])  # children inherit it
    cpus = len(os.sched_getaffinity(0))
    rounds, order = {1: [], cpus: [], 10 * cpus: []}, deque([1, cpus, 10 * cpus])
    for _ in range(3):
        order.rotate()  # in turns, another number first each time
        for workers in order:
            rounds[workers].append(share_out(workers))
    spent = {}
    for workers, rows in rounds.items():  # the first round has warmed up
        took, spent[workers], ready = map(median, zip(*rows[1:], strict=True))
        print(f"{workers:3} at once: {took:.3f} s,", end=" ")
        print(f"{spent[workers]:.3f} s of CPU time, {ready:.3f} s ready")
        assert spent[workers] > 0.7 * spent[1]  # no step is saved
    assert ready > spent[10 * cpus]
