# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# args = [["manager"], ["multiprocessing"]]
# ///
"""A manager's Value is kept right by any lock that both processes share."""

import multiprocessing
import sys

STEPS = 300


def change(value, lock, amount):
    for _ in range(STEPS):
        with lock:
            value.value += amount


if __name__ == "__main__":
    with multiprocessing.Manager() as manager:
        locks = {"manager": manager.Lock, "multiprocessing": multiprocessing.Lock}
        lock = locks[sys.argv[1]]()
        value = manager.Value("any text", 0)
        children = [
            multiprocessing.Process(target=change, args=[value, lock, amount])
            for amount in (+1, -1)
        ]
        for child in children:
            child.start()
        for child in children:
            child.join()
        print(f"{STEPS} times +1 and {STEPS} times -1: {value.value}")
        assert value.value == 0
