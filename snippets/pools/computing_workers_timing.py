# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# quiet = true
# limit = 60
# ///
"""Two workers do a sum faster than one; more of them compute no less, but wait less."""

import multiprocessing
import os
import time
from itertools import accumulate, pairwise
from statistics import median

CPUS = min(8, len(os.sched_getaffinity(0)))
SIZES = sorted({1, 2, CPUS, CPUS + 1, 4 * CPUS})
TOTAL, PARTS = 3_600_000, 24


def part(number):
    began, cpu, total = time.perf_counter(), time.process_time(), 0
    for value in range(number, TOTAL, PARTS):
        total += value
    return total, time.process_time() - cpu, began, time.perf_counter()


def without_a_job(begins, ends):
    """Return how long fewer jobs than CPUs were begun, until the last one began."""
    last = max(begins)
    events = sorted([(when, 1) for when in begins] + [(when, -1) for when in ends])
    jobs = accumulate(step for _, step in events)
    gaps = (then - when for (when, _), (then, _) in pairwise(events) if then <= last)
    return sum(gap for gap, n in zip(gaps, jobs, strict=False) if n < CPUS)


def measure(workers):
    barrier = multiprocessing.Barrier(workers + 1)
    with multiprocessing.Pool(workers, barrier.wait) as pool:
        barrier.wait()  # every worker is there
        began = time.perf_counter()
        sums, cpu, *spans = zip(*pool.imap(part, range(PARTS)), strict=True)
        took = time.perf_counter() - began
    assert sum(sums) == TOTAL * (TOTAL - 1) // 2
    return took, sum(cpu), without_a_job(*spans)


if __name__ == "__main__":
    multiprocessing.set_start_method("fork")
    turns, least, gain = [], {}, 0
    while len(turns) < 7 or (CPUS > 1 and gain < 1.25 and len(turns) < 40):
        first = len(turns) % len(SIZES)  # in turns, another size first each time
        turns.append({})
        for size in SIZES[first:] + SIZES[:first]:
            turns[-1][size] = made = measure(size)
            least[size] = tuple(map(min, made, least.get(size, made)))
        gain, more = (least[n][0] / least[m][0] for n, m in ((1, 2), (CPUS, CPUS + 1)))
    for size in SIZES:
        took, cpu, lack = (1e3 * seconds for seconds in least[size])
        print(f"pool of {size}: {took:.1f} ms")
        print(f"CPU time, {size} workers: {cpu:.1f} ms")
        print(f"a CPU without a job, {size} workers: {lack:.2f} ms")
        assert median(turn[size][1] / turn[1][1] for turn in turns) > 0.8
    print(f"pool of 1 / pool of 2: {gain:.2f} times")
    print(f"pool of {CPUS} / pool of {CPUS + 1}: {more:.2f} times")
    assert least[4 * CPUS][2] < least[CPUS][2]
    assert gain > 1.25 or CPUS == 1 or least[2][1] < 1.25 * least[2][0]
