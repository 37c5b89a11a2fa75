# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# args = [["ThreadPoolExecutor"], ["ProcessPoolExecutor"]]
# ///
"""Only the class's name decides whether jobs run in threads or in processes."""

import concurrent.futures
import os
import sys
import time


def job(n):
    time.sleep(0.1)
    return n * n, os.getpid()


if __name__ == "__main__":
    executor_class = getattr(concurrent.futures, sys.argv[1])
    with executor_class(max_workers=2) as executor:
        results = executor.map(job, [3, 4])  # the point
        future = executor.submit(job, 5)  # the point
    # The with block has called shutdown(), which waits for all three jobs.
    assert future.done()

    answers, pids = zip(*results, future.result(), strict=True)
    print("answers:", *answers)
    assert answers == (9, 16, 25)

    in_main = {os.getpid()} == set(pids)
    print("the jobs ran in", "main's process" if in_main else "other processes")
    assert in_main == (sys.argv[1] == "ThreadPoolExecutor")
    assert in_main or os.getpid() not in pids

    assert not hasattr(executor, "join")
    for method in ("submit", "map", "shutdown"):
        assert callable(getattr(executor, method))
