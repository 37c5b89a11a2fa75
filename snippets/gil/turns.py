# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# limit = 30
# ///
"""With a GIL, computing threads change over at most once per switch interval."""

import sys
import threading
import time

SECONDS, INTERVAL = 0.4, 0.02
sys.setswitchinterval(INTERVAL)
log = ["main"]
all_ready = threading.Barrier(3)
rounds = {"A": 0, "B": 0, "C": 0}


def compute(name):
    all_ready.wait()
    until = time.perf_counter() + SECONDS
    while time.perf_counter() < until:
        rounds[name] += 1
        if log[-1] != name:  # another thread has had the GIL in between
            log.append(name)


threads = [threading.Thread(target=compute, args=[n], name=n) for n in rounds]
began = time.perf_counter()
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
took = time.perf_counter() - began

print(
    f"{sum(rounds.values())} rounds in {took:.2f} s, or {took / INTERVAL:.0f} intervals"
)
print("turns:", len(log) - 1)
assert min(rounds.values()) > 0
if getattr(sys, "_is_gil_enabled", lambda: True)():
    print(*log[1:])
    assert sum(rounds.values()) > 100 * len(log)
    assert len(log) - 1 <= took / INTERVAL + 6  # six to start and to end
