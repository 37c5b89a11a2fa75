"""A producer whose item is read first can be joined, however large the item."""

import multiprocessing

fork = multiprocessing.get_context("fork")


def produce(items):
    items.put(bytes(1_000_000))
    print("producer: put has returned, this is my last line")


def receive():
    print("main: received", len(items.get()), "bytes")


if __name__ == "__main__":
    items = fork.Queue()
    producer = fork.Process(target=produce, args=[items], name="producer")
    producer.start()
    for step in (receive, producer.join):  # right: read, then join
        step()
    print("main: the producer has ended with exit code", producer.exitcode)
    assert producer.exitcode == 0
