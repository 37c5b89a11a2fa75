# /// script
# requires-python = ">=3.11,<3.13"
# dependencies = []
# [tool.proof]
# expect = "hang"
# limit = 2
# wrong = "hangs"
# pythons = ["3.12"]
# ///
"""On 3.11 and 3.12 a worker that has done its two jobs is not replaced if more wait."""

import multiprocessing
import time
from concurrent.futures import ProcessPoolExecutor, wait

if __name__ == "__main__":
    spawn = multiprocessing.get_context("spawn")
    executor = ProcessPoolExecutor(1, spawn, max_tasks_per_child=2)
    futures = [executor.submit(int, n) for n in range(6)]
    wait(futures[:2])
    print("two jobs are done")
    while multiprocessing.active_children():  # the worker ends, as it should
        time.sleep(0.001)
    done, others = wait(futures[2:], timeout=0.5)
    print(len(others), "others are not, and the pool has no worker left")
    assert not done and not multiprocessing.active_children()
    executor.shutdown()  # waits for ever
