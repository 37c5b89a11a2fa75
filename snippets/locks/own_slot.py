"""Threads that each write only to their own place need no lock, and lose nothing."""

import sys
import threading

STEPS = 20_000
counts = [0, 0, 0, 0]


def one():
    return 1


def add(place):
    for _ in range(STEPS):
        counts[place] = counts[place] + one()


if __name__ == "__main__":
    sys.setswitchinterval(1e-6)  # ask for the GIL as often as possible
    threads = [threading.Thread(target=add, args=(n,)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()  # only now main reads what they have written
    print("counted:", counts, "together:", sum(counts))
    assert counts == [STEPS] * 4
