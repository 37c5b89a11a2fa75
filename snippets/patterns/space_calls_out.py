# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "recipe"
# ///
"""A rate limiter spaces the calls of all threads out, and lets the calls overlap."""

import itertools
import threading
import time


class Spacing:
    """Let callers pass one by one, at least `gap` seconds apart, in any thread."""

    def __init__(self, gap):
        self.gap = round(gap * 1e9)
        self.lock, self.free_at = threading.Lock(), time.monotonic_ns()

    def wait(self):
        """Wait for this caller's turn; return its time, of `time.monotonic_ns`."""
        with self.lock:  # the others wait here
            while (now := time.monotonic_ns()) < self.free_at:
                time.sleep((self.free_at - now) / 1e9)
            self.free_at = now + self.gap  # the point
            return now


GAP, CALLERS = 0.04, 6
WINDOW, MOST = 100_000_000, 3  # 100 ms, in nanoseconds


def call():
    passed.append(limiter.wait())
    all_inside.wait()  # a slow call: it lasts until the last one has begun


limiter, passed, inside = Spacing(GAP), [], []
all_inside = threading.Barrier(CALLERS, lambda: inside.append(len(passed)))
callers = [threading.Thread(target=call, name=f"caller {n}") for n in range(CALLERS)]
for caller in callers:
    caller.start()
for caller in callers:
    caller.join()

passed.sort()
print("passed after ms:      ", *(round((t - passed[0]) / 1e6) for t in passed))
for earlier, later in itertools.pairwise(passed):
    assert later - earlier >= GAP * 1e9
busiest = max(sum(t <= one < t + WINDOW for one in passed) for t in passed)
print("most in any 100 ms:   ", busiest)
assert busiest <= MOST
print("under way at one time:", *inside)
assert inside == [CALLERS]
