"""JoinableQueue.join waits for the work, so that consumers need no stop mark."""

import multiprocessing
import time

COUNT = 10


def consume(items, results):
    while True:  # never ends by itself
        number = items.get()
        time.sleep(0.03)
        results.put(number * number)
        items.task_done()


if __name__ == "__main__":
    items = multiprocessing.JoinableQueue()
    results = multiprocessing.SimpleQueue()
    consumers = [
        multiprocessing.Process(
            target=consume, args=[items, results], name=f"consumer{n}", daemon=True
        )
        for n in (1, 2)
    ]
    for consumer in consumers:
        consumer.start()
    for number in range(COUNT):
        items.put(number)

    items.join()  # until task_done was called for each item
    squares = sorted(results.get() for _ in range(COUNT))
    print("all done:", squares)
    assert squares == [number * number for number in range(COUNT)]
    assert results.empty()
    alive = sum(consumer.is_alive() for consumer in consumers)
    print("consumers that still wait for more:", alive)
    assert alive == 2
