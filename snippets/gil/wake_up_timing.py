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

NAP = 0.002
running = True


def compute():
    while running:
        pass


def delay():
    """Sleep, and return by how much later than wanted this thread runs again."""
    began = time.perf_counter()
    time.sleep(NAP)
    return time.perf_counter() - began - NAP


has_gil = getattr(sys, "_is_gil_enabled", lambda: True)()
neighbour = threading.Thread(target=compute, name="compute", daemon=True)
neighbour.start()
for interval in (0.05, 0.005, 0.0005):
    sys.setswitchinterval(interval)
    delay()  # the first nap still counts with the interval before
    delays = [delay() for _ in range(9)]
    label = f"delay, interval {interval * 1000:g} ms:"
    print(f"{label:25} {statistics.median(delays) * 1000:6.2f} ms")
    # A busy machine may need more naps until both threads have had a CPU in time.
    while has_gil and max(delays) < 0.9 * interval:
        delays.append(delay())
    while min(delays) > 0.01 and (interval == 0.0005 or not has_gil):
        delays.append(delay())
    assert not has_gil or max(delays) >= 0.9 * interval
running = False
neighbour.join()
