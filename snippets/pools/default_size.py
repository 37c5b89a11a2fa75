# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# pythons = ["3.12", "3.14"]
# ///
"""By default at most min(32, CPUs + 4) threads are started, however many jobs wait."""

import os
import sys
import threading
from concurrent.futures import ThreadPoolExecutor

JOBS = 50


def threads_for_many_jobs():
    """Let many jobs wait at the same time, and count the threads started for them."""
    go_on = threading.Event()
    with ThreadPoolExecutor() as executor:
        threads_before = threading.active_count()
        for _ in range(JOBS):
            executor.submit(go_on.wait)
        threads = threading.active_count() - threads_before
        go_on.set()
    return threads


machine = os.cpu_count()
usable = len(os.sched_getaffinity(0))
threads = threads_for_many_jobs()
print(f"{machine} CPUs, {usable} for this process:", threads, "threads")
# Since 3.13 the CPUs count that this process may use, before that the machine's.
newer = sys.version_info >= (3, 13)
assert threads == min(32, (usable if newer else machine) + 4) < JOBS

os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
threads = threads_for_many_jobs()
print(f"{machine} CPUs, 1 for this process:", threads, "threads")
assert threads == min(32, (1 if newer else machine) + 4) < JOBS
