"""A thread blocked in Queue.get ends when it gets the item agreed on for the end."""

import queue
import threading


def read():
    while (item := items.get()) is not None:
        print("reader: got", item)
        read_items.append(item)
    print("reader: got None, that is the end")


items, read_items = queue.Queue(), []
reader = threading.Thread(target=read, name="reader")
reader.start()
for item in ("apple", "pear"):
    items.put(item)
reader.join(timeout=0.1)
print("main:   the queue is empty, the reader is alive:", reader.is_alive())
assert reader.is_alive()

items.put(None)
reader.join()
assert read_items == ["apple", "pear"]
print("main:   the reader is alive:", reader.is_alive())
