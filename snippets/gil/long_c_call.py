# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# limit = 30
# ///
"""With a GIL, no other thread runs during a C call that keeps it, however long."""

import sys
import threading
import time
from itertools import repeat

STEPS = 3_000_000
FIRST = "one call of a C function"
turns, running = [], True


def other_thread():
    while running:
        time.sleep(0.0005)
        turns.append("a turn")


def count(turns):
    return len(turns)


# Each looks again and again how many turns the other thread has had.
WORK = {
    FIRST: lambda: list(map(len, repeat(turns, STEPS))),
    "a C function that calls Python": lambda: list(map(count, repeat(turns, STEPS))),
    "a loop in Python": lambda: [len(turns) for _ in range(STEPS)],
}
other = threading.Thread(target=other_thread, name="other", daemon=True)
other.start()
seen = {}
for name, work in WORK.items():
    seen[name], took = 0, 0.0
    while took < 2 * sys.getswitchinterval() or not (seen[name] or name == FIRST):
        began = time.perf_counter()
        counts = work()
        took = time.perf_counter() - began
        seen[name] = counts[-1] - counts[0]
    print(f"{name:31} {took * 1000:3.0f} ms, {seen[name]} turns of the other")
running = False
other.join()
if getattr(sys, "_is_gil_enabled", lambda: True)():
    assert seen[FIRST] == 0
