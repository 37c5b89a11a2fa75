# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "recipe"
# ///
"""A job's error comes at once, while other jobs run; what waits never begins."""

import threading
from concurrent.futures import ThreadPoolExecutor, as_completed


def all_or_error(executor, function, items):
    """Return the results in order; once a job fails drop what waits, and raise.

    The executor should have no other jobs; it takes no more. Jobs that run go on.
    """
    futures = [executor.submit(function, item) for item in items]
    try:
        for future in as_completed(futures):
            future.result()
    except BaseException:
        executor.shutdown(wait=False, cancel_futures=True)  # the point
        raise
    return [future.result() for future in futures]


def job(number):
    begun.append(number)
    if number == 0:
        both_run.wait()
        raise ValueError("job 0 fails")
    if number == 1:
        both_run.wait()
    may_end.wait()
    ended.append(number)


if __name__ == "__main__":
    both_run, may_end, begun, ended = threading.Barrier(2), threading.Event(), [], []
    executor = ThreadPoolExecutor(2)
    assert all_or_error(executor, abs, [-3, -1]) == [3, 1]
    try:
        all_or_error(executor, job, range(20))
    except ValueError as error:
        print("main has the error:", error)
        print("jobs that have ended meanwhile:", len(ended))
        assert not ended
    may_end.set()
    executor.shutdown()
    print("jobs that ever began:", len(begun), "of 20")
    assert {0, 1} <= set(begun) and len(begun) <= 3
