"""A blocking wait in a thread of its own leaves the loop free."""

import asyncio
import threading

three_beats = threading.Event()


async def heartbeat():
    for number in range(3):
        print("beat", number)
        await asyncio.sleep(0.03)
    three_beats.set()


async def wait_for_beats():
    return await asyncio.to_thread(three_beats.wait, 1)


async def main():
    heart = asyncio.create_task(heartbeat(), name="heart")
    print("waiting for three beats, 1 s at most")
    beaten = await wait_for_beats()
    print("waited; three beats seen:", beaten)
    await heart
    assert beaten, "the heart has not beaten"


asyncio.run(main())
