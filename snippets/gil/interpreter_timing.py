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
from concurrent import interpreters


def nothing():
    pass


def thread():
    one = threading.Thread(target=nothing)
    one.start()
    one.join()


def interpreter():
    one = interpreters.create()
    one.exec("pass")
    one.close()


def process(method):
    one = multiprocessing.get_context(method).Process(target=nothing)
    one.start()
    one.join()


def best(action, *args):
    times = []
    for _ in range(8):
        began = time.perf_counter()
        action(*args)
        times.append(time.perf_counter() - began)
    return min(times)


if __name__ == "__main__":
    took = {
        "a thread": best(thread),
        "a forked process": best(process, "fork"),
        "an interpreter": best(interpreter),
        "a spawned process": best(process, "spawn"),
    }
    for name, seconds in took.items():
        print(f"start and end {name}: {seconds * 1e3:.3f} ms")
    assert took["a thread"] * 3 < took["an interpreter"]
    assert took["a forked process"] < took["an interpreter"]
    assert took["an interpreter"] < took["a spawned process"]
