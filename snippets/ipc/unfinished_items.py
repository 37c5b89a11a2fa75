"""join of a JoinableQueue returns when each item is done; its consumers live on."""

import multiprocessing
import time

ITEMS = 6


def consume(items, done):
    while True:
        number = items.get()
        time.sleep(0.05)  # the work
        done[number] = 1
        items.task_done()


if __name__ == "__main__":
    items = multiprocessing.JoinableQueue()
    done = multiprocessing.RawArray("i", ITEMS)
    consumers = [
        multiprocessing.Process(
            target=consume, args=[items, done], name=f"consumer {name}", daemon=True
        )
        for name in "XY"
    ]
    for consumer in consumers:
        consumer.start()
    for number in range(ITEMS):
        items.put(number)
    print("main: all items are put, done:", sum(done))
    items.join()
    print("main: join has returned, done:", sum(done))
    assert list(done) == [1] * ITEMS
    alive = [consumer.is_alive() for consumer in consumers]
    print("main: are the consumers alive?", *alive)
    assert all(alive)
