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


def best(work):
    """Return the least CPU time of ten runs."""
    times = []
    for _ in range(10):
        start = time.thread_time()
        work()
        times.append(time.thread_time() - start)
    return min(times)


if __name__ == "__main__":
    with_lock, without = best(locked), best(plain)
    print(f"one addition with the lock: {with_lock / STEPS * 1e9:.1f} ns")
    print(f"one addition without: {without / STEPS * 1e9:.1f} ns")
    print(f"with the lock / without: {with_lock / without:.1f} times")
    assert with_lock > 1.3 * without
