# /// script
# requires-python = ">=3.14"
# dependencies = []
# [tool.proof]
# quiet = true
# platform = "linux"
# limit = 30
# ///
"""Starting an interpreter costs more than a thread or fork, and less than spawn."""

import multiprocessing
import threading
import time
from collections import deque
from concurrent import interpreters


def nothing():
    pass


def run(kind):
    one = kind(target=nothing)
    one.start()
    one.join()


def interpreter():
    one = interpreters.create()
    one.exec("pass")
    one.close()


def process(method):
    return multiprocessing.get_context(method).Process


WAYS = {
    "a thread": lambda: run(threading.Thread),
    "a forked process": lambda: run(process("fork")),
    "an interpreter": interpreter,
    "a spawned process": lambda: run(process("spawn")),
}
if __name__ == "__main__":
    times, order = {name: [] for name in WAYS}, deque(WAYS)
    for _ in range(9):
        order.rotate()  # in turns, another one first each time
        for name in order:
            began = time.perf_counter()
            WAYS[name]()
            times[name].append(time.perf_counter() - began)
    least = {name: min(times[name][1:]) for name in WAYS}  # without the warm-up
    for name, seconds in least.items():
        print(f"start and end {name}: {seconds * 1e3:.3f} ms")
    assert least["a thread"] * 3 < least["an interpreter"]
    assert least["a forked process"] < least["an interpreter"]
    assert least["an interpreter"] < least["a spawned process"]
