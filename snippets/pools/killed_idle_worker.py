# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# expect = "hang"
# limit = 3
# wrong = "hangs"
# ///
"""A worker killed while it waits for work takes the queue's lock with it."""

import multiprocessing
import os
import signal
import time
from pathlib import Path


def waits(pid):
    """Whether a process sleeps, and has not run between two looks at it."""
    looks = []
    for _ in range(2):
        status = Path(f"/proc/{pid}/status").read_text()
        looks.append([line for line in status.splitlines() if "ctxt" in line])
        time.sleep(0.05)
    return "(sleeping)" in status and looks[0] == looks[1]


if __name__ == "__main__":
    # A new worker is started from a thread, so not by fork.
    pool = multiprocessing.get_context("spawn").Pool(1)
    worker = pool.apply(os.getpid)
    while not waits(worker):
        pass
    os.kill(worker, signal.SIGKILL)
    while {child.pid for child in multiprocessing.active_children()} <= {worker}:
        time.sleep(0.01)  # until there is a new worker

    result = pool.apply_async(os.getpid)
    try:
        result.get(timeout=0.3)
    except multiprocessing.TimeoutError:
        print("a new worker is there, and the job does not begin", flush=True)
    else:
        raise SystemExit("the job was done")
    pool.terminate()  # wrong: it waits for the same lock
    raise SystemExit("the pool could be ended")
