# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# quiet = true
# limit = 30
# ///
"""Starting a thread costs least; once one was started, fork is next, spawn is dear."""

import multiprocessing
import threading
import time
from collections import deque


def nothing():
    pass


def start_and_join(kind):
    begin = time.perf_counter()
    child = kind(target=nothing)
    child.start()
    child.join()
    return time.perf_counter() - begin


if __name__ == "__main__":
    kinds = {"thread": threading.Thread}
    for method in ("fork", "forkserver", "spawn"):
        kinds[method] = multiprocessing.get_context(method).Process

    times, order = {name: [] for name in kinds}, deque(kinds)
    for _ in range(11):
        for name in order:
            times[name].append(start_and_join(kinds[name]))
        order.rotate()  # in turns, another one first each time

    best = {}
    for name, (first, *later) in times.items():  # the first round warms up
        best[name] = min(later)
        print(f"{name}, the first: {first * 1e3:.2f} ms")
        print(f"{name}, the best later on: {best[name] * 1e3:.2f} ms")
        if name == "forkserver":
            assert first > best[name] * 2  # the first start includes the server's
    for method in ("fork", "forkserver", "spawn"):
        print(f"{method} / thread: {best[method] / best['thread']:.0f} times")
    assert best["thread"] * 2 < best["fork"]
    assert best["fork"] * 3 < best["spawn"]
    assert best["forkserver"] < best["spawn"]
