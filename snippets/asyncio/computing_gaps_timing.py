# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# quiet = true
# limit = 60
# ///
"""A loop's longest gap while others compute: in it, in threads, in processes."""

import asyncio
import multiprocessing
import os
import sys
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

ROUNDS = 3
CPUS = len(os.sched_getaffinity(0))
GIL = getattr(sys, "_is_gil_enabled", lambda: True)()


def compute(limit):
    return sum(number * number for number in range(limit))


async def beat():
    """Note the longest time that this loop lets a task of 2 ms wait."""
    while True:
        due = time.perf_counter() + 0.002
        await asyncio.sleep(0.002)
        gaps.append(time.perf_counter() - due)


async def measure(pool, limit):
    """Compute twice, and return how long it took and the longest gap, in ms."""
    gaps.clear()
    began = time.perf_counter()
    if pool:
        run = asyncio.get_running_loop().run_in_executor
        await asyncio.gather(*[run(pool, compute, limit) for _ in range(2)])
    else:
        compute(limit), compute(limit)
    took = time.perf_counter() - began
    await asyncio.sleep(0.005)  # the last gap ends
    return took * 1e3, max(gaps) * 1e3


async def main():
    heart = asyncio.create_task(beat())
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(2, spawn) as processes, ThreadPoolExecutor(2) as threads:
        ways = {"the loop": None, "threads": threads, "processes": processes}
        for way in ways.values():
            await measure(way, 1000)  # start the workers
        turns = [
            {name: await measure(way, 1_000_000) for name, way in ways.items()}
            for _ in range(ROUNDS)
        ]
    heart.cancel()
    least = {name: [min(t[name][i] for t in turns) for i in (0, 1)] for name in ways}
    for name, (took, gap) in least.items():
        print(f"two sums in {name}: {took:.0f} ms")
        print(f"longest gap, computing in {name}: {gap:.1f} ms")
    gain = least["threads"][0] / least["processes"][0]
    print(f"two sums in threads / in processes: {gain:.2f} times")
    loop, threads, processes = (gap for _, gap in least.values())
    assert loop > 2 * threads and (not GIL or threads > processes)
    assert not GIL or CPUS == 1 or gain > 1.1


gaps = []
if __name__ == "__main__":
    asyncio.run(main())
