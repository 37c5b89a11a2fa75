# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# pythons = ["3.11", "3.14"]
# ///
"""Since 3.12, forking workers beside another executor's threads is warned about."""

import multiprocessing
import sys
import warnings
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

fork = multiprocessing.get_context("fork")


def warned(first, second):
    """Use the two executors at the same time; say whether there was a warning."""
    with warnings.catch_warnings(record=True) as caught, first, second:
        warnings.simplefilter("always")
        assert first.submit(int).result() == second.submit(int).result() == 0
    return any(issubclass(one.category, DeprecationWarning) for one in caught)


if __name__ == "__main__":
    processes_first = warned(ProcessPoolExecutor(2, fork), ThreadPoolExecutor(2))
    print("processes first, then threads:", "warning" * processes_first or "quiet")
    assert not processes_first

    threads_first = warned(ThreadPoolExecutor(2), ProcessPoolExecutor(2, fork))
    print("threads first, then processes:", "warning" * threads_first or "quiet")
    assert threads_first == (sys.version_info >= (3, 12))
