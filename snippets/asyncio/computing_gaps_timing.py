# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# quiet = true
# limit = 60
# ///
"""A loop is late while threads compute, and much less so while processes do."""

import asyncio
import multiprocessing
import sys
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

GIL = getattr(sys, "_is_gil_enabled", lambda: True)()
LIMIT, TURNS = 1_000_000, 5


def compute(limit):
    return sum(number * number for number in range(limit))


async def beat():
    """Note again and again how late this loop wakes a task that sleeps for 2 ms."""
    while True:
        due = time.perf_counter() + 0.002
        await asyncio.sleep(0.002)
        gaps.append(1e3 * (time.perf_counter() - due))


async def measure(pool):
    """Return the longest gap while two jobs compute, in ms."""
    gaps.clear()
    run = asyncio.get_running_loop().run_in_executor
    await asyncio.gather(run(pool, compute, LIMIT), run(pool, compute, LIMIT))
    await asyncio.sleep(0.005)  # the last gap ends
    return max(gaps)


async def main():
    heart = asyncio.create_task(beat())
    spawn = multiprocessing.get_context("spawn")
    with ThreadPoolExecutor(2) as threads, ProcessPoolExecutor(2, spawn) as processes:
        await asyncio.gather(measure(threads), measure(processes))  # start them
        turns = [
            (await measure(threads), await measure(processes)) for _ in range(TURNS)
        ]
    heart.cancel()
    late, less = map(min, zip(*turns, strict=True))
    print(f"longest gap while threads compute: {late:.1f} ms")
    print(f"longest gap while processes do: {less:.1f} ms")
    print(f"threads / processes: {late / less:.1f} times")
    assert not GIL or late > 1.5 * less


gaps = []
if __name__ == "__main__":
    asyncio.run(main())
