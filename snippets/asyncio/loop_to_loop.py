"""One loop can await a coroutine that another loop runs, and stays free meanwhile."""

import asyncio
import threading
from concurrent.futures import Future


async def square(number):
    while len(beats) < 3:  # until main's loop has beaten three times
        await asyncio.sleep(0.01)
    return number * number, threading.current_thread().name


async def serve(ready):
    stop = asyncio.Event()
    ready.set_result((asyncio.get_running_loop(), stop))
    await stop.wait()


async def beat():
    for number in range(3):
        print("main's loop beats:", number)
        beats.append(number)
        await asyncio.sleep(0.02)


async def main():
    ready = Future()
    thread = threading.Thread(target=asyncio.run, args=[serve(ready)], name="second")
    thread.start()
    other, stop = await asyncio.wrap_future(ready)

    future = asyncio.run_coroutine_threadsafe(square(7), other)
    answer, _ = await asyncio.gather(asyncio.wrap_future(future), beat())
    print("the answer of the other loop:", *answer)
    assert answer == (49, "second")

    other.call_soon_threadsafe(stop.set)
    await asyncio.to_thread(thread.join)


beats = []
asyncio.run(main())
