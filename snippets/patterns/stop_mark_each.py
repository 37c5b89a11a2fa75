"""One stop mark ends one of two consumers, and the other waits for its own."""

import multiprocessing
from multiprocessing.connection import wait

COUNT = 10


def produce(items):
    for number in range(COUNT):
        items.put(number)


def consume(items, done):
    mine = []
    while (item := items.get()) is not None:
        mine.append(item)
    done.put(mine)


if __name__ == "__main__":
    items, done = multiprocessing.Queue(), multiprocessing.SimpleQueue()
    producer = multiprocessing.Process(target=produce, args=[items], name="producer")
    consumers = [
        multiprocessing.Process(target=consume, args=[items, done], name=f"consumer{n}")
        for n in (1, 2)
    ]
    for process in [producer, *consumers]:
        process.start()
    producer.join()  # all items are in the queue, or taken

    items.put(None)
    ended = wait([consumer.sentinel for consumer in consumers])
    print("ended after the first mark: ", len(ended), "of 2")
    assert len(ended) == 1
    assert not wait({c.sentinel for c in consumers} - set(ended), timeout=0.1)
    items.put(None)
    for consumer in consumers:
        consumer.join()
    print("ended after the second mark: 2 of 2")

    taken = sorted(done.get() + done.get())
    print("items taken by the two:     ", taken)
    assert taken == list(range(COUNT))
