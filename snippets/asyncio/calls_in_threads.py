"""Three blocking calls in threads run at once, and the loop goes on meanwhile."""

import asyncio
import threading

meeting = threading.Barrier(3)
three_beats = threading.Event()


def call(name):
    meeting.wait(5)  # blocks until all three calls are here
    beaten = three_beats.wait(5)  # blocks until the heart has beaten
    return name, beaten, threading.current_thread()


async def heartbeat():
    for number in range(3):
        print("beat", number)
        await asyncio.sleep(0.05)
    three_beats.set()


async def main():
    heart = asyncio.create_task(heartbeat(), name="heart")
    calls = [asyncio.to_thread(call, name) for name in ("Ann", "Bob", "Cid")]
    answers = await asyncio.gather(*calls)
    await heart
    for name, beaten, thread in answers:
        print(f"{name}'s call ended, after three beats: {beaten}")
        assert beaten and thread is not threading.current_thread()
    assert len({thread for _, _, thread in answers}) == 3


asyncio.run(main())
