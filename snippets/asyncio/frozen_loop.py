"""While a call blocks the loop, its thread's stack names the guilty coroutine."""

import asyncio
import sys
import threading
import time
import traceback

beaten = [time.monotonic()]
may_end = threading.Event()
caught = []


async def heartbeat():
    while True:
        beaten[0] = time.monotonic()
        await asyncio.sleep(0.01)


async def rude():
    await asyncio.sleep(0.05)
    may_end.wait()  # blocks the loop


def watch(watched):
    """When the heart stops, note where the loop's thread is."""
    while "wait" not in caught:
        time.sleep(0.05)
        if time.monotonic() - beaten[0] > 0.2:
            frame = sys._current_frames()[watched]
            caught[:] = [entry.name for entry in traceback.extract_stack(frame)]
    may_end.set()


async def main():
    watcher = threading.Thread(target=watch, args=[threading.get_ident()], name="watch")
    watcher.start()
    heart = asyncio.create_task(heartbeat(), name="heart")
    await rude()
    heart.cancel()
    watcher.join()


asyncio.run(main())
place = caught[caught.index("rude") :]
print("the heart stopped here:", " > ".join(place))
assert place[1] == "wait" and "heartbeat" not in caught
