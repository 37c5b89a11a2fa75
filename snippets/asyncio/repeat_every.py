# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "recipe"
# ///
"""Work that a loop repeats does not drift, skips the times that it misses, and ends."""

import asyncio
import math
import statistics


async def repeat_every(seconds, function):
    """Await function() now and every so many seconds; skip times that are missed."""
    loop = asyncio.get_running_loop()
    begun, number = loop.time(), 0
    while True:
        await function()
        number = max(number + 1, math.ceil((loop.time() - begun) / seconds))
        await asyncio.sleep(begun + number * seconds - loop.time())  # the point


PERIOD, RUNS = 0.06, 10
times, overlaps = [], []


async def work():
    overlaps.append(busy.locked())
    async with busy:
        times.append(asyncio.get_running_loop().time())
        await asyncio.sleep(2.5 * PERIOD if len(times) == 3 else PERIOD / 3)
    if len(times) == RUNS:
        done.set()


async def main():
    global busy, done
    busy, done = asyncio.Lock(), asyncio.Event()
    ticker = asyncio.create_task(repeat_every(PERIOD, work))
    await asyncio.wait_for(done.wait(), 5)
    ticker.cancel()  # it sleeps until the next time, and ends at once
    await asyncio.wait([ticker], timeout=5)
    assert ticker.cancelled() and len(times) == RUNS


asyncio.run(main())
since = [time - times[0] for time in times]
ticks = [int((one + PERIOD / 3) // PERIOD) for one in since]  # the first may be late
late = [one - tick * PERIOD for one, tick in zip(since, ticks, strict=True)]
print("run at periods:", *ticks)
print("late by ms:    ", *(round(1000 * one) for one in late))
assert len(set(ticks)) == RUNS and ticks[3] >= ticks[2] + 3 and not any(overlaps)
assert statistics.median(late) < PERIOD / 6  # the runs' own time does not add up
