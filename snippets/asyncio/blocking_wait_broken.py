# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# expect = 1
# stderr = "AssertionError: the heart has not beaten"
# wrong = "hangs"
# ///
"""A coroutine that waits for a thread's Event waits in vain: its loop stands still."""

import asyncio
import threading

three_beats = threading.Event()


async def heartbeat():
    for number in range(3):
        print("beat", number)
        await asyncio.sleep(0.03)
    three_beats.set()


async def wait_for_beats():
    return three_beats.wait(1)  # wrong: blocks the loop


async def main():
    heart = asyncio.create_task(heartbeat(), name="heart")
    print("waiting for three beats, 1 s at most")
    beaten = await wait_for_beats()
    print("waited; three beats seen:", beaten)
    await heart
    assert beaten, "the heart has not beaten"


asyncio.run(main())
