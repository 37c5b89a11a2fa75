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

GIL = getattr(sys, "_is_gil_enabled", lambda: True)()


def compute(limit):
    return sum(number * number for number in range(limit))


async def beat():
    while True:
        due = time.perf_counter() + 0.002
        await asyncio.sleep(0.002)
        gaps.append(1e3 * (time.perf_counter() - due))


async def measure(pool, limit):
    gaps.clear()
    began = time.perf_counter()
    if pool:
        run = asyncio.get_running_loop().run_in_executor
        await asyncio.gather(*[run(pool, compute, limit) for _ in range(2)])
    else:
        compute(limit), compute(limit)
    took = 1e3 * (time.perf_counter() - began)
    await asyncio.sleep(0.005)  # the last gap ends
    return took, max(gaps)


async def main():
    heart = asyncio.create_task(beat())
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(2, spawn) as processes, ThreadPoolExecutor(2) as threads:
        ways = {"the loop": None, "threads": threads, "processes": processes}
        await measure(threads, 9), await measure(processes, 9)  # start the workers
        least = dict.fromkeys(ways, (9e9, 9e9))
        for name in [*ways] * 3:  # in turns
            made = await measure(ways[name], 1_000_000)
            least[name] = tuple(map(min, made, least[name]))
    heart.cancel()
    for name, (took, gap) in least.items():
        print(f"two sums in {name}: {took:.0f} ms")
        print(f"longest gap, computing in {name}: {gap:.1f} ms")
    gain = least["threads"][0] / least["processes"][0]
    print(f"two sums in threads / in processes: {gain:.2f} times")
    loop, threads, processes = (gap for _, gap in least.values())
    assert loop > 2 * threads and (not GIL or threads > processes)
    assert not GIL or len(os.sched_getaffinity(0)) == 1 or gain > 1.1


gaps = []
if __name__ == "__main__":
    asyncio.run(main())
