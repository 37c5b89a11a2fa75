# /// script
# [tool.proof]
# kind = "recipe"
# limit = 30
# ///
"""A base class leaves out attributes that cannot be pickled, and makes them anew."""

import multiprocessing
import threading
from typing import ClassVar


class Sendable:
    """A base class for objects with attributes that cannot be pickled.

    `left_out` has for each of them, a base class's too, a function that makes a new
    one. In a copy that has been sent, or made by `copy.copy`, they are new.
    """

    left_out: ClassVar = {}

    def __getstate__(self):
        kept = vars(self).items()
        return {
            name: one for name, one in kept if name not in self.left_out
        }  # the point

    def __setstate__(self, state):
        vars(self).update(state)
        for name, make in self.left_out.items():
            setattr(self, name, make())


class Counter(Sendable):
    left_out: ClassVar = {"lock": threading.Lock}

    def __init__(self):
        self.count, self.lock = 0, threading.Lock()

    def add(self):
        with self.lock:
            self.count += 1


def work(counter, conn):
    counter.add()
    conn.send(counter)


if __name__ == "__main__":
    for method in multiprocessing.get_all_start_methods():
        context = multiprocessing.get_context(method)
        counter = Counter()
        counter.add()
        here, there = context.Pipe()
        child = context.Process(target=work, args=[counter, there])
        child.start()
        back = here.recv()
        child.join()
        back.add()
        print(f"{method:10} here {counter.count}, sent, counted and back {back.count}")
        assert (counter.count, back.count) == (1, 3)
        assert back.lock is not counter.lock
