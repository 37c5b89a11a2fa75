"""A loop in a thread of its own serves other threads, and ends when it is asked to."""

import asyncio
import threading
from concurrent.futures import Future

steps = []


async def serve(ready):
    stop = asyncio.Event()
    ready.set_result((asyncio.get_running_loop(), stop))
    await stop.wait()


async def double(number):
    await asyncio.sleep(0.05)
    return 2 * number


async def listen():
    try:
        await asyncio.Event().wait()  # for ever
    finally:
        steps.append("cleaned up")


def ask(coroutine):
    return asyncio.run_coroutine_threadsafe(coroutine, loop)


ready = Future()
thread = threading.Thread(target=lambda: asyncio.run(serve(ready)), name="loop")
thread.start()
loop, stop = ready.result()

listener = ask(listen())
answers = [future.result() for future in [ask(double(n)) for n in range(3)]]
print("main has asked three things:", answers)
assert answers == [0, 2, 4] and thread.is_alive()

loop.call_soon_threadsafe(stop.set)
thread.join()
print("the loop has ended, and its listener has", steps[0])
assert listener.cancelled() and steps == ["cleaned up"]
assert loop.is_closed()
