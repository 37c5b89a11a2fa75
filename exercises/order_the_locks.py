"""Order the locks.

Two threads move money in opposite directions, and each takes first the lock of the
account that it takes from. Change the order in which `transfer` takes the two
locks, so that both threads end. Leave `pause()` between the two locks.
"""

import contextlib
import sys
import threading

locks = {"Ann": threading.Lock(), "Bob": threading.Lock()}
moved = []
both_here = threading.Barrier(2)


def pause():
    """Wait here for the other thread, one second at most."""
    with contextlib.suppress(threading.BrokenBarrierError):
        both_here.wait(timeout=1)


def move(source, target):
    if not all(lock.locked() for lock in locks.values()):
        raise RuntimeError("move() needs both locks")
    moved.append((source, target))


def transfer(source, target):
    with locks[source]:
        pause()
        with locks[target]:
            move(source, target)


# The check: leave it as it is.
if __name__ == "__main__":
    ways = [("Ann", "Bob"), ("Bob", "Ann")]
    workers = [threading.Thread(target=transfer, args=w, daemon=True) for w in ways]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(timeout=2)
    if any(worker.is_alive() for worker in workers):
        sys.exit(
            "Not yet: the threads still wait. Each holds the lock that the other asks "
            "for; let both take the same lock first, whatever the direction."
        )
    if sorted(moved) != ways:
        sys.exit(f"Not yet: two transfers were wanted, and these were made: {moved}")
    print("Solved: both transfers were made.")
