# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "recipe"
# ///
"""Jobs that wait for jobs of their own executor end, if they do what nobody began."""

import threading
from concurrent.futures import ThreadPoolExecutor


def map_inside(executor, function, items):
    """Return the results in order, also from within a job of the same executor.

    What no worker has begun is done by the caller.
    """
    jobs = [(item, executor.submit(function, item)) for item in items]
    results = []
    for item, future in jobs:
        if future.cancel():
            results.append(function(item))  # the point
        else:
            results.append(future.result())
    return results


def add_up(numbers):
    """Add up in halves, and these in halves, down to single numbers."""
    threads.add(threading.current_thread().name)
    if len(numbers) == 1:
        return numbers[0]
    middle = len(numbers) // 2
    return sum(map_inside(executor, add_up, [numbers[:middle], numbers[middle:]]))


threads = set()
for workers in (1, 2, 8):
    with ThreadPoolExecutor(workers) as executor:
        total = executor.submit(add_up, range(256)).result()
    print(f"{workers} threads, jobs nested nine deep: {total}")
    assert total == 255 * 256 // 2
assert len(threads) > 1  # not all was done by the first worker
