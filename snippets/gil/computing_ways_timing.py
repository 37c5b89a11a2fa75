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
from statistics import median

STEPS, HAS_GIL = 1000, getattr(sys, "_is_gil_enabled", lambda: True)()


def lacked():
    """Return for how long the kernel let this thread wait, ready, for a CPU."""
    return int(Path("/proc/thread-self/schedstat").read_text().split()[1]) / 1e9


def job(_):
    began, cpu, before = time.perf_counter(), time.thread_time(), lacked()
    for _ in range(STEPS):
        sum(range(1000))
    return began, time.perf_counter(), time.thread_time() - cpu, lacked() - before


async def coroutine():
    return job("A")


async def in_asyncio():
    return await asyncio.gather(coroutine(), coroutine())


if __name__ == "__main__":
    fork, rounds, took, cpu = multiprocessing.get_context("fork"), {}, {}, {}
    with ProcessPoolExecutor(2, fork) as processes, ThreadPoolExecutor(2) as threads:
        ways = {
            "one after the other": lambda: map(job, "AB"),
            "asyncio": lambda: asyncio.run(in_asyncio()),
            "threads": lambda: threads.map(job, "AB"),
            "processes": lambda: processes.map(job, "AB"),
        }
        order = deque(ways)
        for _ in range(20):
            order.rotate()  # in turns, another one first each time
            for name in order:
                begins, ends, cpus, delays = zip(*ways[name](), strict=True)
                row = max(ends) - min(begins), sum(cpus), max(delays)  # by neighbours
                rounds.setdefault(name, []).append(row)
    for name in ways:  # the first round has warmed up
        took[name], cpu[name], _ = zip(*rounds[name][1:], strict=True)
        print(f"{name}: {min(took[name]) * 1000:.0f} ms")
    alone = cpu["one after the other"]
    for name in ["asyncio", "threads"] if HAS_GIL else ["asyncio"]:
        assert median(took[name]) > 0.8 * median(alone)
        assert min(wall / both for wall, both, _ in rounds[name]) > 0.9
    assert min(wall - late for wall, _, late in rounds["processes"]) < 0.9 * min(alone)
    assert min((wall - late) / both for wall, both, late in rounds["processes"]) < 0.9
    assert not HAS_GIL or median(cpu["threads"]) < 1.5 * median(alone)
