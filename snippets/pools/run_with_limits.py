# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "recipe"
# limit = 30
# platform = "linux"
# ///
"""Each job has its own time limit, and a late one is killed, whatever it ignores."""

import multiprocessing
import os
import signal
import sys
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import suppress


def run_with_limits(function, arguments, seconds, workers=None, method="spawn"):
    """Return the result or the error of each call, in order; the late are killed.

    Each call has a process of its own, and `seconds` from the time that it is up.
    """

    def run(argument):
        context = multiprocessing.get_context(method)
        with ProcessPoolExecutor(1, context) as executor:
            try:
                pid = executor.submit(os.getpid).result()  # its process is up
                return executor.submit(function, argument).result(seconds)
            except TimeoutError as error:
                with suppress(ProcessLookupError):  # it has just died
                    os.kill(pid, signal.SIGKILL)  # the point
                return error
            except BaseException as error:  # of the job: sys.exit raises one
                return error

    with ThreadPoolExecutor(workers) as threads:
        return list(threads.map(run, arguments))


def job(what):
    if what == "late":
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        while True:  # it looks at no stop sign
            pass
    if what == "dies":
        os._exit(1)
    if what == "exits":
        sys.exit("enough")
    return 1 / what


if __name__ == "__main__":
    begin = time.perf_counter()
    calls = [2, 0, "dies", "exits"]
    outcomes = run_with_limits(job, calls, 60, 4, "forkserver")
    calls += ["late", 4]
    outcomes += run_with_limits(job, ["late"], 0.2) + run_with_limits(job, [4], 60)
    for what, outcome in zip(calls, outcomes, strict=True):
        print(f"{what}: {type(outcome).__name__} {str(outcome)[:50]}")
    kinds = [type(outcome).__name__ for outcome in outcomes]
    errors = ["ZeroDivisionError", "BrokenProcessPool", "SystemExit", "TimeoutError"]
    assert kinds == ["float", *errors, "float"]
    assert not multiprocessing.active_children()
    print(f"it took {time.perf_counter() - begin:.1f} s, and no process is left")
