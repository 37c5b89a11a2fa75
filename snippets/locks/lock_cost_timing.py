# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# quiet = true
# ///
"""A lock that nobody else wants makes adding a number more than 1.3 times as slow."""

import threading
import time

STEPS = 50_000
lock = threading.Lock()
count = 0


def plain():
    global count
    for _ in range(STEPS):
        count += 1


def locked():
    global count
    for _ in range(STEPS):
        with lock:
            count += 1


def cpu_time(work):
    start = time.thread_time()
    work()
    return time.thread_time() - start


if __name__ == "__main__":
    order, times = [plain, locked], {plain: [], locked: []}
    for work in order:
        work()  # to warm up
    for _ in range(10):
        order.reverse()  # each round begins with the other one
        for work in order:
            times[work].append(cpu_time(work))
    with_lock, without = min(times[locked]), min(times[plain])
    print(f"one addition with the lock: {with_lock / STEPS * 1e9:.1f} ns")
    print(f"one addition without: {without / STEPS * 1e9:.1f} ns")
    print(f"with the lock / without: {with_lock / without:.1f} times")
    assert with_lock > 1.3 * without
