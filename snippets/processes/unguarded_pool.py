# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# wrong = "raises"
# ///
"""Without a main guard a pool replaces its failing workers over and over."""

import multiprocessing
import sys
import time

sys.excepthook = lambda kind, *_: print(f"a worker fails: {kind.__name__}")

pool = multiprocessing.get_context("spawn").Pool(1)  # wrong: no guard around it

workers = set()
deadline = time.monotonic() + 8
while len(workers) < 5 and time.monotonic() < deadline:
    workers.update(child.pid for child in multiprocessing.active_children())
    time.sleep(0.01)
pool.terminate()
print(f"a pool of one has started {len(workers)} workers; main gives up")
assert len(workers) >= 5
