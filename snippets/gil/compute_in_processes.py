# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "recipe"
# limit = 30
# ///
"""Calls in processes give results in order and keep errors, though a worker dies."""

import multiprocessing
import os
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress


def compute_in_processes(function, items, processes=None, context=None):
    """Call function(item) for all, on all CPUs; return (result, error)s in order."""
    items, futures = list(items), []
    with (
        ProcessPoolExecutor(processes, context) as executor,
        suppress(BrokenProcessPool),
    ):
        for item in items:  # until a worker has died, and no more go in
            futures.append(executor.submit(function, item))
    lost = BrokenProcessPool("lost with a worker")
    pairs = []
    for future in futures:  # the pool has ended: what is not done now never will be
        error = future.exception() if future.done() else lost  # the point
        pairs.append((None, error) if error is not None else (future.result(), None))
    return pairs + [(None, lost)] * (len(items) - len(pairs))


def job(number):
    if number == 2:
        raise ValueError(f"no {number}")
    if number < 0:
        os._exit(3)  # as if it had been killed
    return os.getpid(), sum(n * n for n in range(number * 1000))


if __name__ == "__main__":
    for method in multiprocessing.get_all_start_methods():
        context = multiprocessing.get_context(method)
        pairs = compute_in_processes(job, range(6), context=context)
        sums = [result and result[1] for result, _ in pairs]
        right = [sum(n * n for n in range(number * 1000)) for number in range(6)]
        errors = [repr(error) for _, error in pairs if error]
        print(f"{method}: {sums[:3]}, {errors[0]}")
        assert sums == [*right[:2], None, *right[3:]]
        assert errors == ["ValueError('no 2')"]
        assert all(result[0] != os.getpid() for result, _ in pairs if result)

    pairs = compute_in_processes(job, [5, -1] + [1] * 500, 1)
    kinds = {type(error).__name__ for _, error in pairs if error}
    print(f"after a worker's death {len(pairs)} answers, errors:", *kinds)
    assert len(pairs) == 502 and kinds == {"BrokenProcessPool"}
    assert pairs[0][0][1] == right[5] and isinstance(pairs[1][1], BrokenProcessPool)
