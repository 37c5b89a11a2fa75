# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# pythons = ["3.12", "3.14"]
# ///
"""Pool() starts a worker for each CPU: the machine's, or since 3.13 its process's."""

import multiprocessing
import os
import sys

fork = multiprocessing.get_context("fork")


def workers():
    """Count the processes that a pool without a number has."""
    with fork.Pool():
        return len(multiprocessing.active_children())


if __name__ == "__main__":
    machine, usable = os.cpu_count(), len(os.sched_getaffinity(0))
    newer = sys.version_info >= (3, 13)
    found = workers()
    print(f"{machine} CPUs, {usable} for this process: {found} workers")
    assert found == (usable if newer else machine)

    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    found = workers()
    print(f"{machine} CPUs, 1 for this process: {found} workers")
    assert found == (1 if newer else machine)
