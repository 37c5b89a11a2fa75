# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# expect = "hang"
# limit = 1
# wrong = "hangs"
# ///
"""A join before get waits for ever if the producer's item is larger than the pipe."""

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
    for step in (producer.join, receive):  # wrong: it ends only when its item is read
        step()
    print("main: the producer has ended with exit code", producer.exitcode)
    assert producer.exitcode == 0
