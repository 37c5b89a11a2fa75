# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "symptom"
# platform = "linux"
# args = [["before-logging"], ["after-logging"]]
# wrong = "hangs"
# ///
"""A fork hook that logs hangs in the child if it was registered before logging was."""

import os
import select
import signal
import sys
import threading
import warnings

# Python 3.12 and later warn of what this program does on purpose.
warnings.simplefilter("ignore", DeprecationWarning)


def hook():
    logging.warning("a child is born")


if sys.argv[1] == "before-logging":
    os.register_at_fork(after_in_child=hook)

import logging  # noqa: E402 - it registers its own hook, which makes its locks anew

if sys.argv[1] == "after-logging":
    os.register_at_fork(after_in_child=hook)


def hold():
    with handler.lock:
        held.set()
        over.wait()


handler = logging.StreamHandler(sys.stdout)
logging.basicConfig(handlers=[handler])
held, over = threading.Event(), threading.Event()
(thread := threading.Thread(target=hold)).start()
held.wait()
if (child := os.fork()) == 0:
    print("child:  fork() has returned", flush=True)
    os._exit(0)
returned, _, _ = select.select([os.pidfd_open(child)], [], [], 1)
if not returned:
    print("parent: the child is still inside fork()")
    os.kill(child, signal.SIGKILL)
os.waitpid(child, 0)
over.set()
thread.join()
assert bool(returned) == (sys.argv[1] == "after-logging")
