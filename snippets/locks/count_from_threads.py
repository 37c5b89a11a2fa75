# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "recipe"
# ///
"""A counter with its own lock loses nothing, whatever kind of number is added."""

import contextlib
import threading


class Counter:
    """A number that many threads add to; `add` returns what it is then."""

    def __init__(self, start=0):
        self._value = start
        self._lock = threading.Lock()

    def add(self, amount=1):
        """Add `amount`, a number of any kind, and return the new value."""
        with self._lock:  # the point
            self._value += amount
            return self._value

    @property
    def value(self):
        """What it is now; another thread may add to it at once."""
        with self._lock:
            return self._value


class SlowOne(int):
    """A 1 whose addition is held up until the other thread adds, too."""

    def __radd__(self, old):
        with contextlib.suppress(threading.BrokenBarrierError):
            both_have_read.wait(timeout=0.3)  # or the other one waits for the lock
        return old + 1


both_have_read = threading.Barrier(2)


def run(number, target, *args):
    threads = [threading.Thread(target=target, args=args) for _ in range(number)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


if __name__ == "__main__":
    visits, numbers = Counter(), []
    run(4, lambda: numbers.extend(visits.add() for _ in range(5_000)))
    slow = Counter()
    run(2, slow.add, SlowOne(1))
    print("20000 visits:", visits.value, "- numbers given twice:", end=" ")
    print(len(numbers) - len(set(numbers)), "- two slow ones:", slow.value)
    assert visits.value == len(set(numbers)) == 20_000
    assert slow.value == 2
