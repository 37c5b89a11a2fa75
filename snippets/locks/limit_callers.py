# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "recipe"
# ///
"""A decorated function has at most n callers inside, also after some have raised."""

import functools
import threading
import time


def limit_callers(number):
    """Return a decorator: at most `number` threads are in the function at a time."""
    seats = threading.BoundedSemaphore(number)

    def decorate(function):
        @functools.wraps(function)
        def wait_and_call(*args, **kwargs):
            with seats:  # the point
                return function(*args, **kwargs)

        return wait_and_call

    return decorate


inside, most = set(), []
gate = threading.Event()


@limit_callers(3)
def download(number):
    inside.add(number)
    most.append(len(inside))
    gate.wait()
    inside.remove(number)
    if number % 2:
        raise OSError("no answer")


def call(number):
    try:
        download(number)
    except OSError:
        failed.append(number)


if __name__ == "__main__":
    failed = []
    callers = [threading.Thread(target=call, args=(n,)) for n in range(9)]
    for caller in callers:
        caller.start()
    while len(inside) < 3:
        time.sleep(0.001)
    time.sleep(0.1)  # the others would come in now, if they could
    print("nine call, inside:", len(inside))
    gate.set()
    for caller in callers:
        caller.join()
    numbers = limit_callers(1)(lambda: (yield 1))
    print("two generators of a limit of 1:", *map(next, (numbers(), numbers())))
    print("most at a time:", max(most), "- raised:", len(failed))
    assert max(most) == 3 and sorted(failed) == [1, 3, 5, 7]
