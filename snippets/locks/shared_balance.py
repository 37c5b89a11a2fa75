# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# limit = 30
# args = [["its-own-lock-only"], ["get-lock"]]
# ///
"""A Value's += may lose another process's changes, unless get_lock() is held there."""

import contextlib
import multiprocessing
import sys

STEPS = 3_000  # of the first round; the longer a round, the surer they overlap
ROUNDS = 20  # at most: without the lock one or two rounds are mostly enough


def move(balance, begin, amount, steps):
    safe = sys.argv[1] == "get-lock"
    guard = balance.get_lock() if safe else contextlib.nullcontext()
    begin.wait()
    for _ in range(steps):
        with guard:
            balance.value += amount
        with guard:
            balance.value -= amount


if __name__ == "__main__":
    balance, begin = multiprocessing.Value("i", 0), multiprocessing.Barrier(2)
    rounds = 0
    while balance.value == 0 and rounds < (3 if sys.argv[1] == "get-lock" else ROUNDS):
        rounds += 1
        movers = [
            multiprocessing.Process(
                target=move, args=[balance, begin, amount, rounds * STEPS]
            )
            for amount in (5, 8)
        ]
        for mover in movers:
            mover.start()
        for mover in movers:
            mover.join()

    print("rounds:", rounds, "- balance, which should be 0:", balance.value)
    assert (balance.value == 0) == (sys.argv[1] == "get-lock")
