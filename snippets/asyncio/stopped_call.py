"""A thread that looks for a stop sign ends when the await is cancelled."""

import asyncio
import threading


def count(stop):
    number = 0
    while not stop.wait(0.02):  # a pause that the stop sign cuts short
        number += 1
        counted.set()
    ended.append(threading.current_thread().name)


async def counting():
    stop = threading.Event()
    try:
        await asyncio.to_thread(count, stop)
    finally:
        stop.set()  # also when this coroutine is cancelled


async def main():
    task = asyncio.create_task(counting(), name="counting")
    while not counted.is_set():
        await asyncio.sleep(0.005)
    task.cancel()
    await asyncio.wait([task])
    print("the await was cancelled:", task.cancelled())
    assert task.cancelled()
    while not ended:
        await asyncio.sleep(0.005)
    print("the thread has ended its work:", ended[0])


counted, ended = threading.Event(), []
asyncio.run(main())
