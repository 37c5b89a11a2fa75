"""Readers without a lock see a whole tuple, old or new, and never parts of two."""

import sys
import threading
import time

prices = (0, 0)
seen = []


def write():
    global prices
    number = 0
    while len(seen) < 2:
        number += 1
        prices = (number, number)  # a new tuple in place of the old one


def read():
    mixed, different, end = 0, set(), time.monotonic() + 0.1
    while len(different) < 3 or time.monotonic() < end:
        first, second = prices
        mixed += first != second
        different.add(first)
    seen.append((mixed, len(different)))


if __name__ == "__main__":
    sys.setswitchinterval(1e-6)  # ask for the GIL as often as possible
    threads = [threading.Thread(target=target) for target in (write, read, read)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for mixed, different in seen:
        print(f"a reader saw {different} different tuples, {mixed} of them mixed")
        assert mixed == 0
