"""A thread that waits in join leaves main free to notice that a consumer has died."""

import multiprocessing
import os
import threading
from multiprocessing.connection import wait


def consume(items):
    while items.get() != "poison":
        items.task_done()
    os._exit(1)  # as if it had been killed at work


def start_consumer():
    items = multiprocessing.JoinableQueue()
    consumer = multiprocessing.Process(target=consume, args=[items], daemon=True)
    consumer.start()
    return items, consumer


def join_all(items, finished):
    items.join()
    finished.send(True)


def outcome(items, consumer, parcels):
    for parcel in parcels:
        items.put(parcel)
    here, there = multiprocessing.Pipe()
    threading.Thread(target=join_all, args=[items, there], daemon=True).start()
    if here in wait([here, consumer.sentinel]):
        return "all done"
    consumer.join()
    return f"the consumer has died, exit code {consumer.exitcode}"


if __name__ == "__main__":
    pairs = [start_consumer(), start_consumer()]  # before main has threads
    for pair, last in zip(pairs, ("milk", "poison"), strict=True):
        answer = outcome(*pair, ["tea", last])
        print(f"tea, {last}: {answer}")
        assert ("all done" in answer) == (last == "milk")
        assert ("exit code 1" in answer) == (last == "poison")
