# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# pythons = ["3.14", "3.14t"]
# ///
"""Threads that append to one list and fill one dict lose nothing, on any build."""

import itertools
import threading

STEPS = 50_000
NAMES = "ABCD"
items, numbers = [], {}
all_ready = threading.Barrier(len(NAMES))


def fill(name):
    all_ready.wait()
    for number in range(STEPS):
        items.append(name)
        numbers[name, number] = number


threads = [threading.Thread(target=fill, args=[name], name=name) for name in NAMES]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()

changes = sum(one != other for one, other in itertools.pairwise(items))
print(f"{len(items)} items in the list, {len(numbers)} in the dict")
print("places in the list where another thread goes on:", changes)
assert [items.count(name) for name in NAMES] == [STEPS] * len(NAMES)
assert len(numbers) == STEPS * len(NAMES)
