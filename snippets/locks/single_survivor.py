# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# ///
"""After a fork only the thread that called it is there; the others are just gone."""

import os
import threading
import warnings
from pathlib import Path

# Python 3.12 and later warn of what this program does on purpose.
warnings.simplefilter("ignore", DeprecationWarning)


def threads():
    """Count the kernel's threads of this process."""
    return len(list(Path("/proc/self/task").iterdir()))


over = threading.Event()
workers = [threading.Thread(target=over.wait, name=f"worker{n}") for n in range(3)]
for worker in workers:
    worker.start()
before = threads()

child = os.fork()
if child == 0:
    alive = [worker.is_alive() for worker in workers]
    print("child:", threads(), "thread; the workers are alive:", *alive)
    os._exit(threads() if not any(alive) else 0)

code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
print("main: ", before, "threads, before the fork and after it")
assert (before, threads(), code) == (4, 4, 1)
over.set()
