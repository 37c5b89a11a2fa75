# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# quiet = true
# limit = 30
# pythons = ["3.14", "3.14t"]
# ///
"""With a GIL, a thread that wakes up beside a computing one waits a switch interval."""

import statistics
import sys
import threading
import time
from collections import deque

NAP = 0.002
running, rounds = True, 0


def compute():
    global rounds
    while running:
        rounds += 1


def delay():
    """Sleep while the other computes; return how late this thread runs again."""
    while True:
        before, began = rounds, time.perf_counter()
        time.sleep(NAP)
        late = time.perf_counter() - began - NAP
        if rounds > before:  # else neighbours have let the other have no CPU
            return late


has_gil = getattr(sys, "_is_gil_enabled", lambda: True)()
neighbour = threading.Thread(target=compute, name="compute", daemon=True)
neighbour.start()
delays = {0.05: [], 0.005: [], 0.0005: []}
order = deque(delays)
for _ in range(4):
    order.rotate()  # in turns, another one first each time
    for interval in order:
        sys.setswitchinterval(interval)
        delay()  # the first nap still counts with the interval before
        delays[interval] += [delay() for _ in range(3)]
running = False
neighbour.join()

typical = {interval: statistics.median(delays[interval][3:]) for interval in delays}
for interval, seconds in typical.items():  # without the round that warms up
    label = f"delay, interval {interval * 1000:g} ms:"
    print(f"{label:25} {seconds * 1000:6.2f} ms")
    assert not has_gil or seconds >= 0.9 * interval
    assert min(delays[interval]) < 0.01 or (has_gil and interval > 0.0005)
assert not has_gil or typical[0.05] > 2 * typical[0.0005]
