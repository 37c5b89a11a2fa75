# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# quiet = true
# ///
"""A core on which a process computes has no idle time in /proc/stat meanwhile."""

import multiprocessing
import os
import time
from pathlib import Path


def compute():
    while True:
        pass


def ticks():
    """Return how long each CPU has been idle, and how long it has existed, in ticks."""
    lines = Path("/proc/stat").read_text().splitlines()
    rows = [line.split() for line in lines if line[:3] == "cpu" and line[3] != " "]
    counts = {int(row[0][3:]): [int(number) for number in row[1:9]] for row in rows}
    # user, nice, system, idle, iowait, irq, softirq, steal
    return {cpu: (row[3] + row[4], sum(row)) for cpu, row in counts.items()}


if __name__ == "__main__":
    chosen = min(os.sched_getaffinity(0))
    child = multiprocessing.get_context("fork").Process(target=compute)
    child.start()
    os.sched_setaffinity(child.pid, {chosen})
    time.sleep(0.1)  # by now the child is where it was told to be

    before = ticks()
    time.sleep(0.5)
    after = ticks()
    child.kill()
    child.join()
    for cpu in before:
        idle = after[cpu][0] - before[cpu][0]
        total = max(1, after[cpu][1] - before[cpu][1])
        note = "  the child computes here" if cpu == chosen else ""
        print(f"CPU {cpu}: {100 * (total - idle) / total:3.0f} % busy{note}")
        if cpu == chosen:
            assert total > 20 and idle <= 0.1 * total
