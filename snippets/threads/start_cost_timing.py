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


def job():
    pass


def best(make, rounds):
    """Return the shortest time that one start and join has taken, in seconds."""
    times = []
    for _ in range(rounds):
        worker = make(target=job)
        begin = time.perf_counter()
        worker.start()
        worker.join()
        times.append(time.perf_counter() - begin)
    return min(times)


if __name__ == "__main__":
    costs = {}
    for method in multiprocessing.get_all_start_methods():
        process = multiprocessing.get_context(method).Process
        costs[f"{method} process"] = best(process, 5)
    thread = best(threading.Thread, 50)
    for name, cost in costs.items():
        print(f"{name}: {cost * 1e3:.2f} ms")
    print(f"thread: {thread * 1e3:.2f} ms")
    for name, cost in costs.items():
        print(f"{name} / thread: {cost / thread:.0f} times")
        assert cost > 3 * thread
