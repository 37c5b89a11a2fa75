# /// script
# requires-python = ">=3.14"
# dependencies = []
# [tool.proof]
# platform = "linux"
# args = [["terminate_workers"], ["kill_workers"]]
# pythons = ["3.14"]
# ///
"""terminate_workers and kill_workers end running jobs, and the executor with them."""

import multiprocessing
import os
import sys
import time
from concurrent.futures import CancelledError, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

fork = multiprocessing.get_context("fork")
begun = fork.SimpleQueue()


def job():
    begun.put(os.getpid())
    time.sleep(60)


def how_it_ended(future):
    try:
        return future.result()
    except (BrokenProcessPool, CancelledError) as error:
        return type(error).__name__


if __name__ == "__main__":
    executor = ProcessPoolExecutor(1, mp_context=fork)
    futures = [executor.submit(job) for _ in range(6)]
    worker = begun.get()
    (child,) = multiprocessing.active_children()
    assert child.pid == worker

    getattr(executor, sys.argv[1])()
    ends = [how_it_ended(future) for future in futures]
    print("jobs:", *ends)
    assert ends[0] == "BrokenProcessPool"
    assert set(ends) <= {"BrokenProcessPool", "CancelledError"}

    while child.exitcode is None:
        time.sleep(0.001)
    print("exit code of the worker:", child.exitcode)
    signal = {"terminate_workers": -15, "kill_workers": -9}[sys.argv[1]]
    assert child.exitcode == signal

    try:
        executor.submit(job)
    except RuntimeError as error:
        print("a further job:", type(error).__name__)
    else:
        raise AssertionError("the executor goes on")
