# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "recipe"
# ///
"""A queue of futures keeps map's order, and bounds input and results on any version."""

import itertools
import time
from collections import deque
from concurrent.futures import ThreadPoolExecutor


def map_lazily(executor, function, inputs, size):
    """Yield results in order, with at most `size` inputs handed in and not taken."""
    if size < 1:
        raise ValueError("size is at least 1")
    inputs = iter(inputs)
    first = itertools.islice(inputs, size)  # the point
    futures = deque(executor.submit(function, one) for one in first)
    while futures:
        yield futures.popleft().result()
        for one in itertools.islice(inputs, 1):
            futures.append(executor.submit(function, one))


def job(n):
    time.sleep(0.03 if n % 3 == 0 else 0.001)
    return n


def numbers(end):
    for n in range(end):
        drawn.append(n)
        ahead.append(len(drawn) - len(taken))
        yield n


drawn, taken, ahead = [], [], []
with ThreadPoolExecutor(2) as executor:
    for n in map_lazily(executor, job, numbers(20), size=4):
        taken.append(n)

print("results:", *taken)
print("most inputs ahead:", max(ahead))
assert taken == list(range(20)) == drawn
assert max(ahead) == 4

with ThreadPoolExecutor(1) as executor:
    failing = map_lazily(executor, abs, [-1, "bad", -3], size=2)
    assert next(failing) == 1
    try:
        next(failing)
    except TypeError as error:
        print("a bad input:", error)
    else:
        raise AssertionError("the bad input was not bad")
    assert list(failing) == []  # the results after it are lost
