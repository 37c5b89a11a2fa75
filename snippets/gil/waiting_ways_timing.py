# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# quiet = true
# platform = "linux"
# limit = 30
# ///
"""Twenty waits overlap in threads as in asyncio; processes need more CPU time."""

import asyncio
import multiprocessing
import threading
import time
from collections import deque
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage
from statistics import median

COUNT, WAIT = 20, 0.012
fork = multiprocessing.get_context("fork")


def in_turn():
    for _ in range(COUNT):
        time.sleep(WAIT)


def at_once(kind):
    several = [kind(target=time.sleep, args=[WAIT]) for _ in range(COUNT)]
    for one in several:
        one.start()
    for one in several:
        one.join()


async def in_asyncio():
    await asyncio.gather(*(asyncio.sleep(WAIT) for _ in range(COUNT)))


def cpu_time():
    """CPU time of this process and of the children that it has waited for."""
    return sum(getrusage(RUSAGE_SELF)[:2] + getrusage(RUSAGE_CHILDREN)[:2])


WAYS = {
    "one after the other": in_turn,
    "asyncio": lambda: asyncio.run(in_asyncio()),
    "threads": lambda: at_once(threading.Thread),
    "processes": lambda: at_once(fork.Process),
}
if __name__ == "__main__":
    rounds, order, took, cpu = {name: [] for name in WAYS}, deque(WAYS), {}, {}
    for _ in range(4):
        order.rotate()  # in turns, another one first each time
        for name in order:
            began, cpu_began = time.perf_counter(), cpu_time()
            WAYS[name]()
            end, cpu_end = time.perf_counter(), cpu_time()
            rounds[name].append((end - began, cpu_end - cpu_began))
    for name in WAYS:  # the first round has warmed up
        took[name], cpu[name] = map(median, zip(*rounds[name][1:], strict=True))
        print(f"{name}: {took[name] * 1000:.0f} ms")
        print(f"CPU time, {name}: {cpu[name] * 1000:.1f} ms")
    assert took["threads"] < took["one after the other"] / 2
    assert took["asyncio"] < took["one after the other"] / 2
    assert cpu["processes"] > 2 * cpu["threads"]
