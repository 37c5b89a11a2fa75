"""A token bucket lets a burst through at once, and then keeps to its rate."""

import threading
import time

CAPACITY, REFILL = 5, 20_000_000  # tokens, and nanoseconds until the next one
CALLS = 12


class Bucket:
    def __init__(self):
        self.lock = threading.Lock()
        self.saved, self.seen = CAPACITY * REFILL, time.monotonic_ns()

    def take(self):
        """Wait for a token; return when it was taken, and after how many pauses."""
        pauses = 0
        with self.lock:
            while True:
                now = time.monotonic_ns()
                self.saved = min(self.saved + now - self.seen, CAPACITY * REFILL)
                self.seen = now
                if self.saved >= REFILL:
                    self.saved -= REFILL
                    return now, pauses
                time.sleep((REFILL - self.saved) / 1e9)
                pauses += 1


def call():
    for _ in range(CALLS // 3):
        taken.append(bucket.take())


bucket, taken = Bucket(), []
callers = [threading.Thread(target=call, name=f"caller {n}") for n in range(3)]
for caller in callers:
    caller.start()
for caller in callers:
    caller.join()

taken.sort()
times = [when for when, _ in taken]
print("taken after ms:", *(round((when - times[0]) / 1e6) for when in times))
print("pauses before: ", *(pauses for _, pauses in taken))
assert all(pauses == 0 for _, pauses in taken[:CAPACITY])
for first in range(CALLS):
    for last in range(first, CALLS):
        beyond_burst = last - first + 1 - CAPACITY
        assert times[last] - times[first] >= beyond_burst * REFILL
