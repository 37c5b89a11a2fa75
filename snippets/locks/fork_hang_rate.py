# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# args = [["own"], ["handlers"]]
# ///
"""A fork copies a lock that a thread holds as it is; fork handlers prevent that."""

import os
import sys
import threading
import time
import warnings

FORKS = 50
# Python 3.12 and later warn of what this program does on purpose.
warnings.simplefilter("ignore", DeprecationWarning)

lock = threading.Lock()
if sys.argv[1] == "handlers":
    os.register_at_fork(
        before=lock.acquire,
        after_in_parent=lock.release,
        after_in_child=lock.release,
    )


def keep_busy():
    """Hold the lock for half of the time."""
    while not over.is_set():
        with lock:
            time.sleep(0.001)
        time.sleep(0.001)


over = threading.Event()
busy = threading.Thread(target=keep_busy)
busy.start()
stuck = 0
for number in range(FORKS):
    if (child := os.fork()) == 0:
        # Whoever held the lock in the parent does not exist here.
        os._exit(0 if lock.acquire(blocking=False) else 1)
    stuck += os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    time.sleep(0.0001 * (number % 20))
over.set()
busy.join()

print(f"{stuck} of {FORKS} children can never take the lock")
assert (stuck > 0) == (sys.argv[1] == "own")
