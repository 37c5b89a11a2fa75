# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "recipe"
# ///
"""Where threads queue for a slow lock, most samples of their stacks are at its line."""

import sys
import threading
import time
from collections import Counter


def count_lines(seconds, every=0.005):
    """Count where the other threads are, again and again, as a profiler does."""
    seen, end = Counter(), time.monotonic() + seconds
    while time.monotonic() < end:
        for ident, frame in sys._current_frames().items():  # the point
            if ident != threading.get_ident():
                where = f"{frame.f_code.co_qualname}, line {frame.f_lineno}"
                seen[where] += 1  # the point
        time.sleep(every)
    return seen


def write_log():
    time.sleep(0.01)


def handle():
    while not done.is_set():
        with lock:
            write_log()


if __name__ == "__main__":
    lock, done = threading.Lock(), threading.Event()
    threads = [threading.Thread(target=handle) for _ in range(6)]
    for thread in threads:
        thread.start()
    seen = count_lines(0.5)
    done.set()
    for thread in threads:
        thread.join()
    for where, times in seen.most_common(3):
        print(f"{times:5} samples in {where}")
    at_lock = sum(seen[where] for where in seen if where.startswith("handle"))
    in_log = sum(seen[where] for where in seen if where.startswith("write_log"))
    assert at_lock > 2 * in_log > 0
