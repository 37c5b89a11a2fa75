# /// script
# requires-python = ">=3.14"
# dependencies = []
# [tool.proof]
# platform = "linux"
# quiet = true
# limit = 30
# args = [["ThreadPoolExecutor"], ["InterpreterPoolExecutor"]]
# pythons = ["3.14"]
# ///
"""Two interpreters compute without waiting: each has a GIL of its own."""

import concurrent.futures
import resource
import sys
import time

SECONDS = 0.3  # of CPU time, for each of the two jobs


def compute():
    """Compute, and count how often this thread had to go to sleep meanwhile."""
    waits_before = resource.getrusage(resource.RUSAGE_THREAD).ru_nvcsw
    end = time.thread_time() + SECONDS
    while time.thread_time() < end:
        sum(range(1000))
    return resource.getrusage(resource.RUSAGE_THREAD).ru_nvcsw - waits_before


if __name__ == "__main__":
    executor_class = getattr(concurrent.futures, sys.argv[1])
    with executor_class(2) as executor:
        futures = [executor.submit(compute) for _ in range(2)]
        waits = [future.result() for future in futures]
    print("how often each job had to wait:", *waits)

    if sys.argv[1] == "ThreadPoolExecutor" and sys._is_gil_enabled():
        assert max(waits) > 10
    else:
        assert max(waits) < 10
