# /// script
# requires-python = ">=3.14"
# dependencies = []
# [tool.proof]
# kind = "recipe"
# ///
"""Calls in interpreters of one process give results in order and keep errors."""

import os
import threading
from concurrent import interpreters
from concurrent.futures import InterpreterPoolExecutor


def compute_in_interpreters(function, items, workers=None):
    """Call function(item) for all, on all CPUs; return (result, error)s in order."""
    workers = workers or os.process_cpu_count() or 1
    with InterpreterPoolExecutor(workers) as executor:
        futures = [executor.submit(function, item) for item in items]
    errors = [future.exception() for future in futures]  # the point
    return [
        (None, error) if error is not None else (future.result(), None)
        for future, error in zip(futures, errors, strict=True)
    ]


def job(number):
    if number == 2:
        raise ValueError(f"no {number}")
    where = interpreters.get_current().id
    return os.getpid(), where, sum(n * n for n in range(number * 1000))


if __name__ == "__main__":
    pairs = compute_in_interpreters(job, range(40))
    used = {result[1] for result, _ in pairs if result}
    [error] = [error for _, error in pairs if error]
    print(f"{len(pairs)} answers from interpreters {sorted(used)}, error: {error!r}")
    assert 0 not in used and len(used) <= os.process_cpu_count()
    assert {result[0] for result, _ in pairs if result} == {os.getpid()}
    expected = [sum(n * n for n in range(number * 1000)) for number in range(40)]
    assert [r and r[2] for r, _ in pairs] == [*expected[:2], None, *expected[3:]]
    assert type(error) is ValueError and str(error) == "no 2"

    [(_, error)] = compute_in_interpreters(job, [threading.Lock()], 1)
    print(f"a lock: {type(error).__name__}")
    assert isinstance(error, interpreters.NotShareableError)
