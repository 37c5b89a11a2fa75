# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# expect = "hang"
# limit = 2
# wrong = "deadlocks"
# ///
"""Two threads that take the same two locks in opposite order wait for each other."""

import contextlib
import threading

shelves = {"A": ["atlas"], "B": ["bible"]}
locks = {"A": threading.Lock(), "B": threading.Lock()}
both_hold_one = threading.Barrier(2)


def move(source, target):
    first, second = source, target  # wrong: each mover has an order of its own
    with locks[first]:
        print(f"{source} to {target}: has the lock of {first}")
        with contextlib.suppress(threading.BrokenBarrierError):
            both_hold_one.wait(timeout=1)  # the other takes its first, if it can
        with locks[second]:
            shelves[target].append(shelves[source].pop(0))
            print(f"{source} to {target}: has moved a book")


if __name__ == "__main__":
    there = threading.Thread(target=move, args=("A", "B"), name="A to B")
    back = threading.Thread(target=move, args=("B", "A"), name="B to A")
    there.start()
    back.start()
    there.join()
    back.join()
    assert sorted(shelves["A"] + shelves["B"]) == ["atlas", "bible"]
    print("both have moved a book")
