# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# args = [["forkserver"], ["spawn"]]
# kind = "recipe"
# limit = 30
# ///
"""What a dying worker took with it is done again; only the job that kills fails."""

import multiprocessing
import os
import signal
import sys
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool


def map_and_retry(function, items, workers=None, context=None):
    """Return a future for each item; what a broken pool lost is tried once more.

    A job may run twice. The lost ones are tried alone, one after another.
    """
    items, futures = list(items), {}

    def run(numbers, workers):
        with ProcessPoolExecutor(workers, context) as executor:
            for number in numbers:
                try:
                    futures[number] = executor.submit(function, items[number])
                except BrokenProcessPool as error:
                    futures[number] = Future()
                    futures[number].set_exception(error)

    run(range(len(items)), workers)
    for number, future in list(futures.items()):
        if isinstance(future.exception(), BrokenProcessPool):
            run([number], 1)  # the point
    return list(futures.values())


def job(number):
    if number == 2:
        os.kill(os.getpid(), signal.SIGKILL)  # as the kernel does without memory
    return 12 // number


if __name__ == "__main__":
    context = multiprocessing.get_context(sys.argv[1])
    answers = []
    for future in map_and_retry(job, [0, 1, 2, 3], 1, context):
        error = future.exception()
        answers.append(type(error).__name__ if error else future.result())
    print(*answers)
    assert answers == ["ZeroDivisionError", 12, "BrokenProcessPool", 4]
