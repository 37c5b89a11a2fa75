# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# limit = 30
# ///
"""A leak grows with each job, and ends where maxtasksperchild replaces the worker."""

import multiprocessing
import os
from pathlib import Path

spawn = multiprocessing.get_context("spawn")
JOBS, LEAK = 6, 20  # each job leaks so many MiB
leaked = []


def job(number):
    leaked.append(b"x" * (LEAK << 20))  # never taken out again
    status = Path("/proc/self/status").read_text()
    resident = int(status.partition("VmRSS:")[2].split()[0]) >> 10
    return os.getpid(), resident


def measure(limit):
    with spawn.Pool(1, maxtasksperchild=limit) as pool:
        answers = pool.map(job, range(JOBS), chunksize=1)
    sizes = [resident for _, resident in answers]
    workers = len({pid for pid, _ in answers})
    print(f"maxtasksperchild={limit}: {workers} worker(s), MiB after each job:")
    print(" ", *sizes)
    return workers, max(sizes)


if __name__ == "__main__":
    workers, unlimited = measure(None)
    assert workers == 1
    assert unlimited > JOBS * LEAK
    workers, limited = measure(3)
    assert workers == 2
    assert limited < unlimited - 2 * LEAK
