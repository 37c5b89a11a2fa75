"""A full queue makes its producer wait; with maxsize 0 nothing ever does."""

import queue
import threading
import time

ITEMS = 10


def consume(box, used):
    while len(used) < ITEMS:
        item = box.get()
        time.sleep(0.03)  # slower than the producer
        used.append(item)


if __name__ == "__main__":
    box = queue.Queue(maxsize=2)
    used, ahead = [], []
    consumer = threading.Thread(target=consume, args=[box, used], name="consumer")
    consumer.start()
    for item in range(ITEMS):
        box.put(item)  # waits while the queue is full
        ahead.append(item + 1 - len(used))
    consumer.join()
    print("maxsize 2: the producer was ahead by", ahead)
    assert max(ahead) <= 2 + 1  # two in the queue, one in the consumer's hands
    assert used == list(range(ITEMS))

    box = queue.Queue()
    for item in range(100_000):
        box.put(item)
    print("maxsize", box.maxsize, "and nobody reads: it holds", box.qsize())
    assert box.maxsize == 0
    assert box.qsize() == 100_000
    assert not box.full()
