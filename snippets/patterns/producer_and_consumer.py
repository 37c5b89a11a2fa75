# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# args = [["threads"], ["processes"]]
# ///
"""The same producer and consumer work as two threads and as two processes."""

import multiprocessing
import os
import queue
import sys
import threading
import time

COUNT, PAUSE = 5, 0.05


def produce(items):
    for number in range(1, COUNT + 1):
        time.sleep(PAUSE)
        items.put(number)
    items.put(None)  # a stop mark: nothing more will come


def consume(items, answers):
    while (item := items.get()) is not None:
        answers.put((f"got {item}", os.getpid()))
    answers.put(None)


if __name__ == "__main__":
    threads = sys.argv[1] == "threads"
    start = threading.Thread if threads else multiprocessing.Process
    new_queue = queue.Queue if threads else multiprocessing.Queue
    items, answers = new_queue(), new_queue()
    pair = [
        start(target=produce, args=[items], name="producer"),
        start(target=consume, args=[items, answers], name="consumer"),
    ]
    began = time.monotonic()
    for one in pair:
        one.start()
    got = []
    while (answer := answers.get()) is not None:
        got.append(answer)
        print(f"{answer[0]} after {time.monotonic() - began:.2f} s")
    assert time.monotonic() - began >= COUNT * PAUSE
    for one in pair:
        one.join()

    assert [text for text, _ in got] == [f"got {n}" for n in range(1, COUNT + 1)]
    in_main = {pid for _, pid in got} == {os.getpid()}
    print("the consumer runs in", "main's process" if in_main else "its own process")
    assert in_main == threads
