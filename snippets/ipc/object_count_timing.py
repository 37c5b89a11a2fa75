# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# quiet = true
# ///
"""Numbers in a list cost several times as much to pickle as the same in an array."""

import array
import pickle
import time

NUMBERS = range(1_000_000, 1_001_000)
THINGS = {"list": list(NUMBERS), "array": array.array("q", NUMBERS)}
TIMES = 50


def price(thing):
    """Return the CPU time that it takes to pickle and to unpickle the thing."""
    began = time.thread_time()
    for _ in range(TIMES):
        copy = pickle.loads(pickle.dumps(thing))
    took = time.thread_time() - began
    assert copy == thing
    return took / TIMES


sizes = {name: len(pickle.dumps(thing)) for name, thing in THINGS.items()}
order, times = list(THINGS), {name: [] for name in THINGS}
for name in order:
    price(THINGS[name])  # to warm up
for _ in range(10):
    order.reverse()  # each round begins with the other one
    for name in order:
        times[name].append(price(THINGS[name]))

print(f"pickle of the list:  {sizes['list']:,} bytes")
print(f"pickle of the array: {sizes['array']:,} bytes")
dear, cheap = min(times["list"]), min(times["array"])
print(f"there and back, list: {dear * 1e6:.1f} us")
print(f"there and back, array: {cheap * 1e6:.1f} us")
print(f"list / array: {dear / cheap:.1f} times")
assert sizes["list"] < sizes["array"]
assert dear > 3 * cheap
