"""A limiter that sleeps with its lock spaces calls out, however many then overlap."""

import itertools
import threading
import time

GAP, CALLERS = 40_000_000, 6  # 40 ms, in nanoseconds
WINDOW, MOST = 100_000_000, 3


class Spacing:
    """Let one caller pass, and the next one not before GAP is over."""

    def __init__(self):
        self.lock, self.free_at = threading.Lock(), 0

    def wait(self):
        with self.lock:  # the others wait here
            while (now := time.monotonic_ns()) < self.free_at:
                time.sleep((self.free_at - now) / 1e9)
            self.free_at = now + GAP
            return now


def call():
    passed.append(limiter.wait())
    all_inside.wait()  # a slow call: it lasts until the last one has begun


limiter, passed, inside = Spacing(), [], []
all_inside = threading.Barrier(CALLERS, lambda: inside.append(len(passed)))
callers = [threading.Thread(target=call, name=f"caller {n}") for n in range(CALLERS)]
for caller in callers:
    caller.start()
for caller in callers:
    caller.join()

passed.sort()
print("passed after ms:      ", *(round((t - passed[0]) / 1e6) for t in passed))
for earlier, later in itertools.pairwise(passed):
    assert later - earlier >= GAP
busiest = max(sum(t <= one < t + WINDOW for one in passed) for t in passed)
print("most in any 100 ms:   ", busiest)
assert busiest <= MOST
print("under way at one time:", *inside)
assert inside == [CALLERS]
