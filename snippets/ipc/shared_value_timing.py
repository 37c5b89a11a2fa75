# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# quiet = true
# ///
"""A RawValue costs less than 10 attributes, a manager's Value more than 20 Values."""

import multiprocessing
import time
from types import SimpleNamespace


def step(number):
    number.value += 1


def locked_step(number):
    with number.get_lock():
        number.value += 1


def price(action, number, times):
    """Return the seconds that one step takes: the best of five rounds."""
    best = float("inf")
    for _ in range(5):
        begin = time.perf_counter()
        for _ in range(times):
            action(number)
        best = min(best, time.perf_counter() - begin)
    return best / times


if __name__ == "__main__":
    shared = multiprocessing.Value("i", 0)
    with multiprocessing.Manager() as manager:
        prices = {
            "attribute": price(step, SimpleNamespace(value=0), 5_000),
            "RawValue": price(step, multiprocessing.RawValue("i", 0), 5_000),
            "Value": price(step, shared, 2_000),
            "Value, get_lock()": price(locked_step, shared, 2_000),
            "manager.Value": price(step, manager.Value("i", 0), 40),
        }
    for name, seconds in prices.items():
        print(f"{name}: {seconds * 1e6:.3f} us")
    for one, other in (
        ("RawValue", "attribute"),
        ("Value", "attribute"),
        ("manager.Value", "Value"),
    ):
        print(f"{one} / {other}: {prices[one] / prices[other]:.1f} times")
    assert prices["RawValue"] < 10 * prices["attribute"]
    assert prices["RawValue"] < prices["Value"] < prices["Value, get_lock()"]
    assert prices["manager.Value"] > 20 * prices["Value"]
