# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# limit = 20
# pythons = ["3.14", "3.14t"]
# wrong = "races"
# ///
"""A tiny switch interval shows a race that a long one hides on a build with a GIL."""

import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor

STEPS = 5000
count = 0


def one():
    return 1


def add():
    global count
    begin.wait()  # all begin at the same time
    for _ in range(STEPS):
        count = count + one()  # wrong: a call between the read and the write


def loses():
    """Let three threads add, and say whether updates are lost."""
    global count, begin
    count, begin = 0, threading.Barrier(3)
    for future in [pool.submit(add) for _ in range(3)]:
        future.result()
    return count < 3 * STEPS


if __name__ == "__main__":
    pool = ThreadPoolExecutor(3)
    has_gil = getattr(sys, "_is_gil_enabled", lambda: True)()
    for interval, seconds in ((60, 0.2 if has_gil else 10), (1e-6, 10)):
        sys.setswitchinterval(interval)
        runs, lost, end = 0, False, time.monotonic() + seconds
        while not lost and time.monotonic() < end:
            runs, lost = runs + 1, loses()
        answer = "updates lost in run" if lost else "nothing lost in runs 1 to"
        print(f"switch interval {interval:5} s: {answer} {runs}")
        assert lost == (interval < 1 or not has_gil)
    pool.shutdown()
