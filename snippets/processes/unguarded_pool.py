# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# args = [["Pool"], ["ProcessPoolExecutor"]]
# wrong = "raises"
# limit = 20
# ///
"""Without a guard a Pool replaces its failing workers, and an executor fails once."""

import multiprocessing
import sys
import time
from concurrent.futures import ProcessPoolExecutor, process

sys.excepthook = lambda kind, *_: print(f"a worker fails: {kind.__name__}")
spawn = multiprocessing.get_context("spawn")

if sys.argv[1] == "ProcessPoolExecutor":
    executor = ProcessPoolExecutor(1, spawn)  # wrong: no guard around it
    try:
        executor.submit(print).result()
    except process.BrokenProcessPool as error:
        print(f"main: {type(error).__name__}: {error}")
    else:
        raise AssertionError("the executor works")
else:
    pool = spawn.Pool(1)  # wrong: no guard around it
    workers = set()
    deadline = time.monotonic() + 15
    while len(workers) < 3 and time.monotonic() < deadline:
        workers.update(child.pid for child in multiprocessing.active_children())
        time.sleep(0.01)
    pool.terminate()
    print(f"main: a pool of one has started {len(workers)} workers; I give up")
    assert len(workers) >= 3
