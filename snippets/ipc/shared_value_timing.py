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
    """Return the seconds that one step takes."""
    begin = time.perf_counter()
    for _ in range(times):
        action(number)
    return (time.perf_counter() - begin) / times


if __name__ == "__main__":
    shared = multiprocessing.Value("i", 0)
    with multiprocessing.Manager() as manager:
        kinds = {
            "attribute": (step, SimpleNamespace(value=0), 1_000),
            "RawValue": (step, multiprocessing.RawValue("i", 0), 1_000),
            "Value": (step, shared, 1_000),
            "Value, get_lock()": (locked_step, shared, 1_000),
            "manager.Value": (step, manager.Value("i", 0), 10),
        }
        order, found = list(kinds), {name: [] for name in kinds}
        for name in order:
            price(*kinds[name])  # to warm up
        for _ in range(30):
            order.append(order.pop(0))  # each round begins with another one
            for name in order:
                found[name].append(price(*kinds[name]))
    prices = {name: min(found[name]) for name in kinds}
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
