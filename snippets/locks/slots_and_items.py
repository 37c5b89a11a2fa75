"""With two semaphores a producer fills both places and then waits for its consumer."""

import collections
import threading
import time

slots = threading.Semaphore(2)  # free places
items = threading.Semaphore(0)  # filled places
shelf = collections.deque()
lengths = []
received = []


def produce():
    for number in range(6):
        slots.acquire()
        shelf.append(number)
        lengths.append(len(shelf))
        items.release()


def consume():
    for _ in range(6):
        items.acquire()
        received.append(shelf.popleft())
        slots.release()
        time.sleep(0.04)  # it is slower than the producer


if __name__ == "__main__":
    consumer = threading.Thread(target=consume, name="consumer")
    producer = threading.Thread(target=produce, name="producer")
    producer.start()
    while len(lengths) < 2:
        time.sleep(0.001)
    producer.join(timeout=0.1)
    assert producer.is_alive() and lengths == [1, 2]  # the shelf is full, it waits
    consumer.start()
    producer.join()
    consumer.join()
    print("received:", received)
    print("items on the shelf after each was added:", lengths)
    assert received == [0, 1, 2, 3, 4, 5]
    assert max(lengths) == 2
