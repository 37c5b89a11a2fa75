# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "recipe"
# limit = 30
# ///
"""Processes with threads in each: six calls wait at once, three in each of two."""

import multiprocessing
import os
import tempfile
import threading
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from functools import partial
from pathlib import Path


def map_in_threaded_processes(function, items, processes, threads, context=None):
    """Return [function(item), ...] of so many processes with so many threads each."""
    if not processes:  # this is one of them
        with ThreadPoolExecutor(threads) as executor:
            return list(executor.map(function, items))
    items = list(items)
    shares = [items[first::processes] for first in range(processes)]
    work = partial(map_in_threaded_processes, function, processes=0, threads=threads)
    results = [None] * len(items)
    with ProcessPoolExecutor(processes, context) as executor:
        for first, share in enumerate(executor.map(work, shares)):
            results[first::processes] = share  # the point
    return results


def job(where):
    folder, number = where
    if number < 0:
        raise ValueError("negative")
    Path(folder, str(number)).touch()
    while len(os.listdir(folder)) < 6:  # until six calls are here at once
        time.sleep(0.01)
    return number, os.getpid(), threading.get_native_id()


if __name__ == "__main__":
    for method in multiprocessing.get_all_start_methods():
        context = multiprocessing.get_context(method)
        with tempfile.TemporaryDirectory() as folder:
            items = [(folder, number) for number in range(6)]
            answers = map_in_threaded_processes(job, items, 2, 3, context)
        numbers, pids, threads = zip(*answers, strict=True)
        print(
            f"{method}: {numbers}, {len(set(pids))} pids, {len(set(threads))} threads"
        )
        assert numbers == tuple(range(6))
        assert len(set(pids) - {os.getpid()}) == 2 and len(set(threads)) == 6
    try:
        map_in_threaded_processes(job, [("", -1)], 2, 3)
    except ValueError as error:
        print("an error comes back:", repr(error))
    else:
        raise AssertionError("no error")
