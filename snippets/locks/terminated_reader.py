# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# wrong = "deadlocks"
# ///
"""A reader that is killed while it waits in get() takes the queue's lock with it."""

import multiprocessing
import queue
import time


def read(items):
    items.get()


if __name__ == "__main__":
    items = multiprocessing.Queue()
    reader = multiprocessing.Process(target=read, args=[items])
    reader.start()
    while items._rlock.acquire(block=False):  # until the reader has it, inside get()
        items._rlock.release()
        time.sleep(0.001)
    reader.kill()
    reader.join()
    print("main: the reader was killed while it waited for an item")

    items.put("parcel")
    try:
        answer = items.get(timeout=0.3)
    except queue.Empty:
        answer = "queue.Empty"
    print("main: I have put an item, and get() says", answer)
    assert answer == "queue.Empty"
    items._rlock.release()  # what nobody else can do for the dead reader
    print("main: after releasing the reader's lock it says", items.get())
