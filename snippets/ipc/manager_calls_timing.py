# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# quiet = true
# ///
"""One read of a manager's list is dear; so fetch the whole list with one call."""

import multiprocessing
import time

NUMBERS = list(range(500))


def seconds(action):
    """Return the best of three, in seconds."""
    best = float("inf")
    for _ in range(3):
        begin = time.perf_counter()
        result = action()
        best = min(best, time.perf_counter() - begin)
        assert result == NUMBERS
    return best


if __name__ == "__main__":
    array = multiprocessing.Array("i", NUMBERS)
    with multiprocessing.Manager() as manager:
        proxy = manager.list(NUMBERS)
        one_by_one = seconds(lambda: [proxy[n] for n in range(len(NUMBERS))])
        at_once = seconds(lambda: proxy[:])
        of_array = seconds(lambda: [array[n] for n in range(len(NUMBERS))])

    print(f"manager's list, one by one: {one_by_one * 1e3:.3f} ms")
    print(f"manager's list, at once: {at_once * 1e3:.3f} ms")
    print(f"Array, one by one: {of_array * 1e3:.3f} ms")
    print(f"list / Array, one by one: {one_by_one / of_array:.1f} times")
    print(f"one by one / at once: {one_by_one / at_once:.1f} times")
    assert one_by_one > 10 * of_array
    assert one_by_one > 10 * at_once
