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
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool


def compute_in_processes(function, items, processes=None, context=None):
    """Call function(item) for all, on all CPUs; return (result, error)s in order."""
    futures = []
    with ProcessPoolExecutor(processes, context) as executor:
        for item in items:
            try:
                future = executor.submit(function, item)
            except BrokenProcessPool as error:  # a worker has died, so none goes in
                future = Future()
                future.set_exception(error)
            futures.append(future)
    pairs = []
    for future in futures:
        error = future.exception()  # the point
        pairs.append((None, error) if error else (future.result(), None))
    return pairs


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

    pairs = compute_in_processes(job, [5, -1] + [1] * 500, 2)
    kinds = {type(error).__name__ for _, error in pairs if error}
    print(f"after a worker's death {len(pairs)} answers, errors:", *kinds)
    assert len(pairs) == 502 and kinds == {"BrokenProcessPool"}
    assert isinstance(pairs[1][1], BrokenProcessPool)
