"""Children started together and joined in turn take as long as the longest of them."""

import multiprocessing
import time
from collections import deque

SHORT, LONG = 0.25, 0.3


def total(order, start_together=True):
    """Return how long it takes to run and join one child for each length, in s."""
    fork = multiprocessing.get_context("fork")
    children = [fork.Process(target=time.sleep, args=(length,)) for length in order]
    began = time.perf_counter()
    if start_together:
        for child in children:
            child.start()
    for child in children:
        if not start_together:
            child.start()
        child.join()
    return time.perf_counter() - began


if __name__ == "__main__":
    ways = {
        "short first": lambda: total([SHORT, LONG]),
        "long first": lambda: total([LONG, SHORT]),
        "one by one": lambda: total([SHORT, LONG], start_together=False),
    }
    total([0, 0])  # warms up
    # The best of three, in turns: another program may hold one round up.
    rounds, order = {name: [] for name in ways}, deque(ways)
    for _ in range(3):
        order.rotate()
        for name in order:
            rounds[name].append(ways[name]())
    short_first, long_first, one_by_one = map(min, rounds.values())

    print(f"one job of {SHORT} s and one of {LONG} s take together:")
    print(f"  both started, the short one joined first: {short_first:.2f} s")
    print(f"  both started, the long one joined first:  {long_first:.2f} s")
    print(f"  start, join, start, join:                 {one_by_one:.2f} s")
    assert LONG <= short_first < SHORT + LONG
    assert LONG <= long_first < SHORT + LONG
    assert one_by_one >= SHORT + LONG
