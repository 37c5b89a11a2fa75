"""Compute in processes.

The pool computes in threads of this process. Change `run_all`, so that the jobs run
in two other processes.
"""

import os
import sys
from concurrent.futures import ProcessPoolExecutor


def job(number):
    return os.getpid(), sum(range(number))


def run_all(numbers):
    with ProcessPoolExecutor(max_workers=2) as pool:
        return list(pool.map(job, numbers))


# The check: leave it as it is.
if __name__ == "__main__":
    results = run_all([10, 100, 1000])
    if [total for _, total in results] != [45, 4950, 499500]:
        sys.exit(f"Not yet: these are other sums than before: {results}")
    if os.getpid() in [pid for pid, _ in results]:
        sys.exit(
            f"Not yet: the jobs ran in this process, {os.getpid()}. Which executor of "
            "concurrent.futures starts processes?"
        )
    print("Solved: the jobs ran in other processes than main.")
