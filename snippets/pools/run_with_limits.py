# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "recipe"
# ///
"""Each job has its own time limit, and the process of a late one does not go on."""

import multiprocessing
import os
import time
from concurrent.futures import ThreadPoolExecutor


def run_with_limits(function, arguments, seconds, workers=None, method="spawn"):
    """Return the result or the error of each call, in order; the late are killed.

    Each call has a process of its own, and `seconds` from the time that it is up.
    """

    def run(argument):
        with multiprocessing.get_context(method).Pool(1) as pool:
            pool.apply(int)  # its process is up
            try:
                return pool.apply_async(function, (argument,)).get(seconds)  # the point
            except Exception as error:
                return error

    with ThreadPoolExecutor(workers) as threads:
        return list(threads.map(run, arguments))


def job(what):
    if what == "late":
        while True:  # it looks at no stop sign
            pass
    if what == "dies":
        os._exit(1)
    return 1 / what


if __name__ == "__main__":
    begin = time.perf_counter()
    arguments = [2, "late", 0, "dies"]
    outcomes = run_with_limits(job, arguments, 0.5, 3, "forkserver")
    for argument, outcome in zip(arguments, outcomes, strict=True):
        print(f"{argument}: {outcome!r}")
    kinds = [type(outcome).__name__ for outcome in outcomes]
    late = "TimeoutError"
    assert kinds == ["float", late, "ZeroDivisionError", late]
    assert run_with_limits(job, [4], 60) == [0.25]
    assert not multiprocessing.active_children()
    print(f"it took {time.perf_counter() - begin:.1f} s, and no process is left")
