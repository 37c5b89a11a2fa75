# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# wrong = "races"
# ///
"""With += on a Fraction two threads lose updates on any build: its + is Python code."""

import sys
import threading
from fractions import Fraction

STEPS, ROUNDS = 2_000, 100  # of rounds at most: mostly a few are enough
total = Fraction(0)


def add():
    global total
    begin.wait()
    for _ in range(STEPS):
        total += 1  # wrong: looks like one operation, and is many


def run():
    threads = [threading.Thread(target=add) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


if __name__ == "__main__":
    sys.setswitchinterval(1e-6)  # ask for the GIL as often as possible
    begin = threading.Barrier(2)
    rounds = 0
    while rounds == 0 or (total == 2 * STEPS and rounds < ROUNDS):
        rounds += 1
        total = Fraction(0)
        run()
    print(f"round {rounds}: counted {total} of {2 * STEPS}")
    assert total < 2 * STEPS
