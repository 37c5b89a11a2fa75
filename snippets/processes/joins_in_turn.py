"""Children started together and joined in turn take as long as the longest of them."""

import multiprocessing
import time

SHORT, LONG = 0.1, 0.2


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
    # The best of three, because another program may hold one round up.
    short_first = min(total([SHORT, LONG]) for _ in range(3))
    long_first = min(total([LONG, SHORT]) for _ in range(3))
    one_by_one = total([SHORT, LONG], start_together=False)

    print(f"one job of {SHORT} s and one of {LONG} s take together:")
    print(f"  both started, the short one joined first: {short_first:.2f} s")
    print(f"  both started, the long one joined first:  {long_first:.2f} s")
    print(f"  start, join, start, join:                 {one_by_one:.2f} s")
    assert LONG <= short_first < SHORT + LONG
    assert LONG <= long_first < SHORT + LONG
    assert one_by_one >= SHORT + LONG
