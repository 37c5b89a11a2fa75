"""With two conditions on one lock, a buffer never holds more than its two places."""

import threading
from collections import deque

PLACES, ITEMS, PAIRS = 2, 200, 2
lock = threading.Lock()
not_full = threading.Condition(lock)
not_empty = threading.Condition(lock)
buffer = deque()
fill_levels = set()
taken = []


def put(item):
    with not_full:
        not_full.wait_for(lambda: len(buffer) < PLACES)
        buffer.append(item)
        fill_levels.add(len(buffer))
        not_empty.notify()


def take():
    with not_empty:
        not_empty.wait_for(lambda: buffer)
        item = buffer.popleft()
        fill_levels.add(len(buffer))
        not_full.notify()
        return item


def produce():
    for item in range(ITEMS):
        put(item)


def consume():
    for _ in range(ITEMS):
        taken.append(take())


if __name__ == "__main__":
    works = [produce, consume] * PAIRS
    threads = [threading.Thread(target=work, name=work.__name__) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    print(f"items put: {PAIRS * ITEMS}, taken: {len(taken)}")
    print("fill levels seen:", sorted(fill_levels))
    assert sorted(taken) == sorted([*range(ITEMS)] * PAIRS)
    assert fill_levels <= {0, 1, 2}
