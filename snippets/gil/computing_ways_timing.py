# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# quiet = true
# platform = "linux"
# limit = 30
# pythons = ["3.14", "3.14t"]
# ///
"""With a GIL, only as processes are two jobs done in less time than both compute."""

import asyncio
import multiprocessing
import sys
import time
from collections import deque
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path

SECONDS = 0.02  # of CPU time, for each of the two jobs


def lacked():
    """Return for how long the kernel let this thread wait, ready, for a CPU."""
    return int(Path("/proc/thread-self/schedstat").read_text().split()[1]) / 1e9


def job(_):
    began, before, steps = time.perf_counter(), lacked(), 0
    end = time.thread_time() + SECONDS
    while time.thread_time() < end:
        steps += sum(range(1000)) > 0
    return began, time.perf_counter(), lacked() - before, steps


async def coroutine():
    return job("A")


async def in_asyncio():
    return await asyncio.gather(coroutine(), coroutine())


if __name__ == "__main__":
    fork, seen, least = multiprocessing.get_context("fork"), {}, {}
    with ProcessPoolExecutor(2, fork) as processes, ThreadPoolExecutor(2) as threads:
        ways = {
            "one after the other": lambda: map(job, "AB"),
            "asyncio": lambda: asyncio.run(in_asyncio()),
            "threads": lambda: threads.map(job, "AB"),
            "processes": lambda: processes.map(job, "AB"),
        }
        order = deque(ways)
        for _ in range(8):
            order.rotate()  # in turns, another one first each time
            for name in order:
                begins, ends, delays, steps = zip(*ways[name](), strict=True)
                took = max(ends) - min(begins)
                row = took, took - max(delays), 1 / sum(steps)
                seen.setdefault(name, []).append(row)
    for name in ways:
        least[name] = list(map(min, zip(*seen[name][1:], strict=True)))
        print(f"{name}: {least[name][0] * 1000:.0f} ms")
    assert least["asyncio"][0] > 0.9 * (SECONDS + SECONDS)
    if getattr(sys, "_is_gil_enabled", lambda: True)():
        assert least["threads"][0] > 0.9 * (SECONDS + SECONDS)
    # Without what neighbours took; and for the same work no more CPU time.
    assert least["processes"][1] < 0.9 * (SECONDS + SECONDS)
    assert least["threads"][2] < 1.5 * least["one after the other"][2]
