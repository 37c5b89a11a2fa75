# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# args = [["2"], ["0"]]
# ///
"""Bounded queues let a slow last stage stop the first; unbounded ones do not."""

import queue
import sys
import threading

COUNT, MAXSIZE = 20, int(sys.argv[1])
first, second = queue.Queue(MAXSIZE), queue.Queue(MAXSIZE)
drawn, stored = [], []
draws = threading.Condition()
disk_ready = threading.Event()


def read():
    for number in [*range(COUNT), None]:
        with draws:
            drawn.append(number)
            draws.notify()
        first.put(number)


def square():
    while (number := first.get()) is not None:
        second.put(number * number)
    second.put(None)


def store():
    while (number := second.get()) is not None:
        disk_ready.wait()  # the slow one
        stored.append(number)


stages = [
    threading.Thread(target=one, name=one.__name__) for one in (read, square, store)
]
for stage in stages:
    stage.start()
# Each queue is full, and each stage has one more item in its hands.
reach = 2 * MAXSIZE + 3 if MAXSIZE else COUNT + 1
with draws:
    draws.wait_for(lambda: len(drawn) == reach)
    further = draws.wait_for(lambda: len(drawn) > reach, timeout=0.1)
ahead = len([number for number in drawn if number is not None])
print(f"nothing is stored yet, and {ahead} of {COUNT} items have been read")
assert not stored
assert not further
assert ahead == (7 if MAXSIZE == 2 else COUNT)

disk_ready.set()
for stage in stages:
    stage.join()
print("then all were stored, in order:", stored == [n * n for n in range(COUNT)])
assert stored == [n * n for n in range(COUNT)]
