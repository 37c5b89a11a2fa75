# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# args = [["fork"], ["forkserver"], ["spawn"]]
# kind = "recipe"
# limit = 30
# ///
"""Calls in processes end in results and errors in their order, even where one dies."""

import multiprocessing
import os
import sys
import time
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool


def call_side_by_side(function, arguments, workers=None, context=None):
    """Return [(result, error), ...], in the order of the arguments, and the seconds."""
    began, futures, outcomes = time.perf_counter(), [], []
    with ProcessPoolExecutor(workers, context) as executor:
        for argument in arguments:
            try:
                futures.append(executor.submit(function, argument))
            except BrokenProcessPool as error:  # a worker has died already
                futures.append(Future())
                futures[-1].set_exception(error)
    for future in futures:
        error = future.exception()  # the point
        outcomes.append((None if error else future.result(), error))
    return outcomes, time.perf_counter() - began


def slow_inverse(number):
    if number is None:
        os._exit(1)  # its worker dies
    time.sleep(0.2 if number == 4 else 0)  # the first one ends last
    return 1 / number


if __name__ == "__main__":
    context = multiprocessing.get_context(sys.argv[1])
    outcomes, seconds = call_side_by_side(slow_inverse, [4, 0, 2], 2, context)
    print(f"it took {seconds:.1f} s:")
    for result, error in outcomes:
        print("  ", repr(error) if error else result)
    assert seconds >= 0.2
    assert [result for result, _ in outcomes] == [0.25, None, 0.5]
    errors = [type(error).__name__ for _, error in outcomes]
    assert errors == ["NoneType", "ZeroDivisionError", "NoneType"]

    outcomes, _ = call_side_by_side(slow_inverse, [None, 2], 1, context)
    names = [type(error).__name__ for _, error in outcomes]
    print("a worker dies:", *names)
    assert names == ["BrokenProcessPool"] * 2
