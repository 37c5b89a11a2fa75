"""A blocking call makes a gap between two heartbeats at least as long as the call."""

import asyncio
import statistics
import time

PAUSE = 0.2
gaps = []


async def heartbeat():
    last = time.monotonic()
    while True:
        await asyncio.sleep(0.01)
        gaps.append(time.monotonic() - last)
        last = time.monotonic()


async def longest_gap(pause):
    gaps.clear()
    await pause()
    await asyncio.sleep(0.05)  # so that the beat after the pause counts as well
    return max(gaps)


async def politely():
    await asyncio.sleep(PAUSE)


async def rudely():
    time.sleep(PAUSE)


async def main():
    heart = asyncio.create_task(heartbeat(), name="heart")
    await asyncio.sleep(0.05)
    rounds = [
        (await longest_gap(rudely), await longest_gap(politely)) for _ in range(3)
    ]
    heart.cancel()
    rude, polite = zip(*rounds, strict=True)
    print(
        f"longest gaps around time.sleep({PAUSE}):         ",
        *map("{:.3f} s".format, rude),
    )
    print(
        f"longest gaps around await asyncio.sleep({PAUSE}):",
        *map("{:.3f} s".format, polite),
    )
    assert min(rude) > 0.99 * PAUSE
    assert statistics.median(polite) < min(rude) / 2


asyncio.run(main())
