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
from concurrent.futures import ThreadPoolExecutor

RUNS, STEPS = 40, 20_000
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
    for interval in (60, 1e-6):
        sys.setswitchinterval(interval)
        lost = sum(loses() for _ in range(RUNS))
        print(f"switch interval {interval:5} s: updates lost in {lost} of {RUNS} runs")
        assert (lost > 0) == (interval < 1 or not has_gil)
    pool.shutdown()
