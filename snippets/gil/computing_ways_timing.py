# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# quiet = true
# platform = "linux"
# limit = 30
# pythons = ["3.14", "3.14t"]
# ///
"""Two computing jobs are quicker as processes, and with a GIL not as threads."""

import asyncio
import multiprocessing
import sys
import threading
import time

ROUNDS = 1_000_000
fork = multiprocessing.get_context("fork")


def job(rounds=ROUNDS):
    while rounds:
        rounds -= 1


def at_once(kind):
    pair = [kind(target=job), kind(target=job)]
    for one in pair:
        one.start()
    for one in pair:
        one.join()


async def coroutine():
    job()


async def in_asyncio():
    await asyncio.gather(coroutine(), coroutine())


FIRST = "one after the other"
WAYS = {
    FIRST: lambda: job(2 * ROUNDS),
    "asyncio": lambda: asyncio.run(in_asyncio()),
    "threads": lambda: at_once(threading.Thread),
    "processes": lambda: at_once(fork.Process),
}


def measure(way):
    began, cpu_began = time.perf_counter(), time.process_time()
    way()
    return time.perf_counter() - began, time.process_time() - cpu_began


if __name__ == "__main__":
    took, cpu = {}, {}
    for name, way in WAYS.items():
        took[name], cpu[name] = min(measure(way) for _ in range(3))
        print(f"{name}: {took[name] * 1000:.0f} ms")
    if getattr(sys, "_is_gil_enabled", lambda: True)():
        assert took["threads"] > 0.9 * cpu["threads"]
    assert took["asyncio"] > 0.9 * cpu["asyncio"]
    # A busy machine is measured again: its neighbours cost time and CPU time.
    for name, which, limit in (("threads", 1, 1.5), ("processes", 0, 0.9)):
        while measure(WAYS[name])[which] > limit * measure(WAYS[FIRST])[which]:
            pass
