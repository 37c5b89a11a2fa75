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
    begin = time.perf_counter()
    result = action()
    took = time.perf_counter() - begin
    assert result == NUMBERS
    return took


if __name__ == "__main__":
    array = multiprocessing.Array("i", NUMBERS)
    with multiprocessing.Manager() as manager:
        proxy = manager.list(NUMBERS)
        ways = {
            "manager's list, one by one": lambda: [proxy[n] for n in NUMBERS],
            "manager's list, at once": lambda: proxy[:],
            "Array, one by one": lambda: [array[n] for n in NUMBERS],
        }
        order, times = list(ways), {name: [] for name in ways}
        for name in order:
            seconds(ways[name])  # to warm up
        for _ in range(6):
            order.append(order.pop(0))  # each round begins with another way
            for name in order:
                times[name].append(seconds(ways[name]))

    for name in ways:
        print(f"{name}: {min(times[name]) * 1e3:.3f} ms")
    one_by_one, at_once, of_array = (min(times[name]) for name in ways)
    print(f"list / Array, one by one: {one_by_one / of_array:.1f} times")
    print(f"one by one / at once: {one_by_one / at_once:.1f} times")
    assert one_by_one > 10 * of_array
    assert one_by_one > 10 * at_once
