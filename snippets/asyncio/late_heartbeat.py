"""A blocking call makes a gap between two heartbeats at least as long as the call."""

import asyncio
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
    heart = asyncio.create_task(heartbeat(), name="heart")
    await asyncio.sleep(0.05)
    gaps.clear()
    await pause()
    await asyncio.sleep(0.05)
    heart.cancel()
    return max(gaps)


async def politely():
    await asyncio.sleep(PAUSE)


async def rudely():
    time.sleep(PAUSE)


async def main():
    rude = await longest_gap(rudely)
    print(f"longest gap around time.sleep({PAUSE}):          {rude:.3f} s")
    assert rude > 0.99 * PAUSE
    polite = rude
    while polite > rude / 2:  # a busy machine may need more than one attempt
        polite = await longest_gap(politely)
    print(f"longest gap around await asyncio.sleep({PAUSE}): {polite:.3f} s")


asyncio.run(main())
