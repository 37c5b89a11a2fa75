# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# quiet = true
# limit = 60
# ///
"""Two processes on one CPU are under way together, but do not run together."""

import multiprocessing
import os
import time
from itertools import pairwise


def job(cpu, together, results):
    """Compute for 0.05 s of CPU time, looking at the clock all the time."""
    os.sched_setaffinity(0, {cpu})
    together.wait()
    looks, enough = [], time.process_time() + 0.05
    while time.process_time() < enough:
        looks.append(time.monotonic())
    results.put(looks)


def pair_on(*cpus):
    """Return who looked, in order of time, while both were under way."""
    together, results = fork.Barrier(2), fork.SimpleQueue()
    pair = [fork.Process(target=job, args=(cpu, together, results)) for cpu in cpus]
    for child in pair:
        child.start()
    one, other = results.get(), results.get()
    for child in pair:
        child.join()
    begin, end = max(one[0], other[0]), min(one[-1], other[-1])
    looks = sorted([(look, 1) for look in one] + [(look, 2) for look in other])
    return [who for look, who in looks if begin <= look <= end]


def turns(looks):
    """Return how often a look of one process was followed by a look of the other."""
    return sum(who != after for who, after in pairwise(looks))


if __name__ == "__main__":
    fork = multiprocessing.get_context("fork")
    first, second = sorted(os.sched_getaffinity(0))[:2]

    looks = []
    while len(looks) < 1000:  # one was done before the other began
        looks = pair_on(first, first)
    print(f"one CPU:  {len(looks):,} looks at the clock, in {turns(looks):,} turns")
    assert turns(looks) < len(looks) / 20  # concurrent, not parallel

    while turns(looks) < len(looks) / 5:  # the CPUs may be busy with others: repeat
        looks = pair_on(first, second)
    print(f"two CPUs: {len(looks):,} looks at the clock, in {turns(looks):,} turns")
    assert turns(looks) >= len(looks) / 5  # concurrent and parallel
