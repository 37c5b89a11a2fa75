"""Clients that failed together retry together, unless jitter spreads their pauses."""

import random
from collections import Counter

CLIENTS = 1000


def pause_without(attempt):
    return 0.1 * 2**attempt


def pause_with(attempt):
    return random.uniform(0, 0.1 * 2**attempt)


def calls_at_once(pause):
    """Let all fail at once, four times; count the calls in each 10 ms with any."""
    calls = Counter()
    for _ in range(CLIENTS):
        clock = 0.0
        for attempt in range(4):
            clock += pause(attempt)
            calls[int(clock * 100)] += 1
    for start in range(0, 160, 20):
        print(f"  {start * 10:4} ms", end=" ")
        print("#" * (max(calls[one] for one in range(start, start + 20)) // 20))
    return calls.values()


if __name__ == "__main__":
    print("without jitter, calls in the busiest 10 ms of each 200 ms:")
    together = calls_at_once(pause_without)
    print("with jitter:")
    spread = calls_at_once(pause_with)
    print(f"at most {max(together)} calls at once, and {max(spread)}")
    assert list(together) == [CLIENTS] * 4
    assert max(spread) < CLIENTS / 3
