# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# quiet = true
# limit = 20
# ///
"""Sleeping jobs take two rounds in threads and in processes; only the start differs."""

import multiprocessing
import time
from collections import deque
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import ExitStack
from functools import partial

JOBS, WORKERS, SLEEP = 8, 5, 0.04
KINDS = {"threads": ThreadPoolExecutor}
for method in ("spawn", "fork"):
    context = multiprocessing.get_context(method)
    KINDS[method] = partial(ProcessPoolExecutor, mp_context=context)


def start_time(kind):
    """Seconds from handing in the first job of an executor to that job's begin."""
    with kind(1) as executor:
        begin = time.monotonic()
        return executor.submit(time.monotonic).result() - begin


def eight_jobs(executor):
    """Seconds for eight jobs, in units of one job."""
    begin = time.perf_counter()
    list(executor.map(time.sleep, [SLEEP] * JOBS))
    return (time.perf_counter() - begin) / SLEEP


if __name__ == "__main__":
    order, starts, batches = deque(KINDS), {}, {}
    for _ in range(3):
        order.rotate()  # in turns, another one first each time
        for name in order:
            starts.setdefault(name, []).append(start_time(KINDS[name]))
    with ExitStack() as stack:
        executors = {n: stack.enter_context(KINDS[n](WORKERS)) for n in reversed(KINDS)}
        order = deque(executors)  # fork first: it wants no threads beside it
        for _ in range(4):
            for name in order:
                batches.setdefault(name, []).append(eight_jobs(executors[name]))
            order.rotate()
    start = {name: min(starts[name][1:]) for name in KINDS}  # without the warm-up
    for name in KINDS:
        batch = min(batches[name][1:])
        print(f"{name}, until the first job begins: {start[name] * 1e3:.1f} ms")
        print(f"{name}, eight jobs of 40 ms: {batch * SLEEP * 1e3:.1f} ms")
        assert 2 <= batch < 3
    print(f"spawn / threads: {start['spawn'] / start['threads']:.0f} times")
    assert start["spawn"] > 5 * start["threads"]
