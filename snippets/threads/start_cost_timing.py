# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# quiet = true
# ///
"""To start and join a process takes more than three times as long as a thread does."""

import multiprocessing
import threading
import time

ROUNDS = 5


def job():
    pass


def seconds(make):
    """Return how long one start and join take."""
    worker = make(target=job)
    begin = time.perf_counter()
    worker.start()
    worker.join()
    return time.perf_counter() - begin


if __name__ == "__main__":
    ways = {"thread": threading.Thread}
    for method in multiprocessing.get_all_start_methods():
        ways[f"{method} process"] = multiprocessing.get_context(method).Process
    costs = {name: [] for name in ways}
    order = list(ways)
    for name in order:
        seconds(ways[name])  # to warm up: the first forkserver starts the server, too
    for _ in range(ROUNDS):
        order.append(order.pop(0))  # each round begins with another way
        for name in order:
            costs[name].append(seconds(ways[name]))

    least = {name: min(times) for name, times in costs.items()}
    for name, cost in least.items():
        print(f"{name}: {cost * 1e3:.2f} ms")
    thread = least.pop("thread")
    for name, cost in least.items():
        print(f"{name} / thread: {cost / thread:.0f} times")
        assert cost > 3 * thread
