"""A loop awaits what worker processes compute, and beats meanwhile."""

import asyncio
import multiprocessing
import os
from concurrent.futures import ProcessPoolExecutor


def compute(limit):
    total = sum(number * number for number in range(limit))
    return total, os.getpid()


async def heartbeat():
    while True:
        beats.append(asyncio.get_running_loop().time())
        await asyncio.sleep(0.01)


async def main():
    loop = asyncio.get_running_loop()
    heart = asyncio.create_task(heartbeat(), name="heart")
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=spawn) as pool:
        answer = loop.run_in_executor(pool, compute, 1_000_000)
        total, worker = await answer
        during = len(beats)
    heart.cancel()
    print("the result:", total)
    print("computed in another process:", worker != os.getpid())
    print("the heart has beaten meanwhile:", during > 2)
    assert worker != os.getpid() and during > 2


beats = []
if __name__ == "__main__":
    asyncio.run(main())
