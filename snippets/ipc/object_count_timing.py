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

NUMBERS = range(1_000_000, 1_100_000)


def price(thing):
    """Return the least CPU time that it takes to pickle and to unpickle the thing."""
    times = []
    for _ in range(7):
        began = time.thread_time()
        copy = pickle.loads(pickle.dumps(thing))
        times.append(time.thread_time() - began)
        assert copy == thing
    return min(times)


one_by_one, in_a_block = list(NUMBERS), array.array("q", NUMBERS)
print(f"pickle of the list:  {len(pickle.dumps(one_by_one)):,} bytes")
print(f"pickle of the array: {len(pickle.dumps(in_a_block)):,} bytes")
dear, cheap = price(one_by_one), price(in_a_block)
print(f"there and back, list: {dear * 1000:.2f} ms")
print(f"there and back, array: {cheap * 1000:.2f} ms")
print(f"list / array: {dear / cheap:.0f} times")
assert len(pickle.dumps(one_by_one)) < len(pickle.dumps(in_a_block))
assert dear > 3 * cheap
