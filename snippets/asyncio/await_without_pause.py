"""An await gives the others a turn only if what it awaits has to wait."""

import asyncio

COUNT = 100
turns = 0


async def other():
    global turns
    while True:
        turns += 1
        await asyncio.sleep(0)


async def nothing():
    return None


async def main():
    beside = asyncio.create_task(other(), name="other")
    free, bell, shelf = asyncio.Semaphore(COUNT), asyncio.Event(), asyncio.Queue()
    bell.set()
    awaits = {
        "await nothing()": nothing,
        "await semaphore.acquire(), free": free.acquire,
        "await event.wait(), set": bell.wait,
        "await queue.put(1), not full": lambda: shelf.put(1),
        "await queue.get(), not empty": shelf.get,
        "await asyncio.sleep(0)": lambda: asyncio.sleep(0),
    }
    await asyncio.sleep(0)
    for name, call in awaits.items():
        before = turns
        for _ in range(COUNT):
            await call()
        print(f"{COUNT} times {name:32} turns of the other: {turns - before}")
        assert turns - before == (COUNT if "sleep" in name else 0)
    beside.cancel()


asyncio.run(main())
