"""A counter reset every second lets twice its number through around the reset."""

from collections import deque

LIMIT, SECOND = 10, 1000  # ten calls in a thousand milliseconds


class Counter:
    """Count the calls, from zero again whenever a new second begins."""

    def __init__(self):
        self.second, self.count = 0, 0

    def allows(self, now):
        if now // SECOND != self.second:
            self.second, self.count = now // SECOND, 0
        self.count += 1
        return self.count <= LIMIT


class LastCalls:
    """Remember the last ten calls, and look whether the oldest is a second ago."""

    def __init__(self):
        self.times = deque(maxlen=LIMIT)

    def allows(self, now):
        if len(self.times) == LIMIT and now - self.times[0] < SECOND:
            return False
        self.times.append(now)
        return True


def busiest_second(limiter):
    """Try every 10 ms from 900 ms on, on a clock that is only a number."""
    allowed = [now for now in range(900, 5000, 10) if limiter.allows(now)]
    return max(sum(t <= now < t + SECOND for now in allowed) for t in allowed)


counter = busiest_second(Counter())
last_calls = busiest_second(LastCalls())
print("at most", LIMIT, "calls in a second are wanted")
print("counter, most in any second:   ", counter)
print("last calls, most in any second:", last_calls)
assert counter == 2 * LIMIT
assert last_calls == LIMIT
