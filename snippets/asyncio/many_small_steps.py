"""Each turn of a task comes only after one step of every other task that is ready."""

import asyncio
import time

COUNT, ROUNDS, STEP = 50, 2, 0.001
steps = 0


def compute():
    began = time.thread_time()
    while time.thread_time() - began < STEP:
        pass


async def worker():
    global steps
    for _ in range(ROUNDS + 1):
        compute()
        steps += 1
        await asyncio.sleep(0)


async def main():
    workers = [asyncio.create_task(worker()) for _ in range(COUNT)]
    await asyncio.sleep(0)
    for _ in range(ROUNDS):
        before, began = steps, time.monotonic()
        await asyncio.sleep(0)  # the shortest of all waits
        waited = time.monotonic() - began
        print(f"main's turn came after {steps - before} steps, {waited:.3f} s")
        assert steps - before == COUNT
        assert waited > 0.99 * COUNT * STEP
    await asyncio.gather(*workers)


asyncio.run(main())
