# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# args = [["fork"], ["forkserver"], ["spawn"]]
# kind = "recipe"
# limit = 30
# ///
"""Each worker sets up what it needs once, and cleans it up at its end."""

import multiprocessing
import sys
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack, contextmanager
from multiprocessing.util import Finalize


class Own:
    """What each worker has for itself: give `Own.set_up` as a pool's initializer."""

    value = None

    @classmethod
    def set_up(cls, make, *args):
        """Enter make(*args) in this worker, and leave it when the worker ends."""
        stack = ExitStack()
        cls.value = stack.enter_context(make(*args))
        Finalize(None, stack.close, exitpriority=0)  # the point


@contextmanager
def connection(opened, closed):
    with opened.get_lock():
        opened.value += 1
    yield "a connection"
    with closed.get_lock():
        closed.value += 1


def job(number):
    assert Own.value == "a connection"
    return number * number


if __name__ == "__main__":
    context = multiprocessing.get_context(sys.argv[1])
    opened, closed = context.Value("i"), context.Value("i")
    arguments = (connection, opened, closed)
    with ProcessPoolExecutor(1, context, Own.set_up, arguments) as executor:
        assert sum(executor.map(job, range(10))) == 285
    with context.Pool(1, Own.set_up, arguments) as pool:
        assert sum(pool.map(job, range(10))) == 285
        pool.close()  # a pool's workers must be let to end
        pool.join()
    print(f"{opened.value} set up, {closed.value} cleaned up")
    assert opened.value == closed.value == 2
    assert Own.value is None  # not in main
