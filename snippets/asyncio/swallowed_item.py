"""A cancelled to_thread(queue.get) takes the next item, which then nobody has."""

import asyncio
import queue
import threading

items = queue.Queue()
began = threading.Event()


def get():
    began.set()
    return items.get()


async def main():
    reader = asyncio.create_task(asyncio.to_thread(get), name="reader")
    while not began.is_set():
        await asyncio.sleep(0.001)
    try:
        await asyncio.wait_for(reader, 0.1)
    except TimeoutError:
        print("no item within 0.1 s; the reader is cancelled:", reader.cancelled())
    assert reader.cancelled()

    items.put("news")
    while not items.empty():  # the thread that was left behind takes it
        await asyncio.sleep(0.001)
    print("an item was put; left in the queue:", items.qsize())
    try:
        items.get_nowait()
    except queue.Empty:
        print("the next reader finds nothing")
    else:
        raise AssertionError("the item was still there")

    try:
        await asyncio.to_thread(items.get, timeout=0.1)
    except queue.Empty:
        print("with a limit of its own, get gives up in its thread")
    else:
        raise AssertionError("there was another item")
    items.put("more news")
    print("the next item is still there:", items.get_nowait())


asyncio.run(main())
