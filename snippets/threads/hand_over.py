"""A queue hands over the items themselves, first in, first out; the reader waits."""

import queue
import threading
import time

PAUSE = 0.06
box = queue.Queue()
written, read = [], []
boxes, used = set(), []


def write():
    boxes.add(id(box))
    for number in range(5):
        time.sleep(PAUSE)
        item = ["item", number]
        written.append(item)
        box.put(item)


def read_five():
    boxes.add(id(box))
    while len(read) < 5:
        item = box.get()  # waits until there is one
        read.append(item)
        print("read", item)
    used.append(time.thread_time())


if __name__ == "__main__":
    reader = threading.Thread(target=read_five, name="reader")
    writer = threading.Thread(target=write, name="writer")
    begun = time.monotonic()
    reader.start()
    writer.start()
    reader.join()
    took = time.monotonic() - begun
    writer.join()

    same = [here is there for here, there in zip(written, read, strict=True)]
    print("both threads use the same queue:", len(boxes) == 1)
    print("each item read is the object that was written:", all(same))
    assert len(boxes) == 1
    assert same == [True] * 5
    print(f"CPU time of the reader: {used[0]:.3f} s, while it waited {took:.2f} s")
    assert took >= 5 * PAUSE
    assert used[0] < took / 5  # it asks for nothing again and again
