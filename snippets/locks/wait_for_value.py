# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "recipe"
# ///
"""Threads wait for a value that suits them; news in between moves no deadline."""

import threading
import time


class Watched:
    """A value that threads set, and that others wait for."""

    def __init__(self, value):
        self._value, self._changed = value, threading.Condition()

    def set(self, value):
        with self._changed:
            self._value = value
            self._changed.notify_all()  # the point

    def wait_for(self, suits, limit):
        """Return the value once `suits(value)`; raise TimeoutError after `limit` s."""
        with self._changed:
            if not self._changed.wait_for(lambda: suits(self._value), limit):
                raise TimeoutError(f"still {self._value!r} after {limit} s")
            return self._value


done = Watched(0)
results = {}


def wait(name, least, limit):
    try:
        results[name] = done.wait_for(lambda value: value >= least, limit) >= least
    except TimeoutError:
        results[name] = TimeoutError


if __name__ == "__main__":
    wishes = [("half", 50, 6), ("all", 100, 6), ("too much", 101, 0.3)]
    threads = [threading.Thread(target=wait, args=wish) for wish in wishes]
    for thread in threads:
        thread.start()
    begin = time.monotonic()
    for number in range(1, 101):
        time.sleep(0.001)
        done.set(number)
    for thread in threads[:2]:
        thread.join()
    assert time.monotonic() - begin < 5  # they were told
    while threads[2].is_alive() and time.monotonic() < begin + 6:
        done.set(100)  # news that does not help, again and again
        time.sleep(0.01)
    threads[2].join()
    done.set(101)
    done.set(100)  # before anybody has looked
    wait("replaced", 101, 0.1)
    seen = {name: getattr(one, "__name__", one) for name, one in results.items()}
    print(*(f"{name}: {one}" for name, one in sorted(seen.items())), sep="\n")
    late = dict.fromkeys(["too much", "replaced"], TimeoutError)
    assert results == {"half": True, "all": True} | late
    assert time.monotonic() - begin < 6
