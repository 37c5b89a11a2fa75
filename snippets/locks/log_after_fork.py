# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# args = [["handler"], ["stream"]]
# ///
"""A forked child can log while a thread had the handler's lock, not while it wrote."""

import logging
import os
import select
import signal
import sys
import threading
import warnings

# Python 3.12 and later warn of what this program does on purpose.
warnings.simplefilter("ignore", DeprecationWarning)


def hold_handler():
    with handler.lock:
        busy.set()
        over.wait()


def write_much():
    stream.write("x" * 1_000_000)  # more than the pipe takes: it waits within write


def ends(child):
    """Tell whether a child ends within a second; if it does not, kill it."""
    ended, _, _ = select.select([os.pidfd_open(child)], [], [], 1)
    if not ended:
        os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return bool(ended)


reader, writer = os.pipe()
stream = os.fdopen(writer, "w")
handler = logging.StreamHandler(stream)
logging.basicConfig(handlers=[handler])
busy, over = threading.Event(), threading.Event()
if sys.argv[1] == "handler":
    (thread := threading.Thread(target=hold_handler)).start()
    busy.wait()
else:
    (thread := threading.Thread(target=write_much)).start()
    os.read(reader, 1)  # it has begun to write

if (child := os.fork()) == 0:
    logging.warning("from the child")
    os._exit(0)
ended = ends(child)
print(
    f"a thread held the {sys.argv[1]}:", "child has logged" if ended else "child hangs"
)
over.set()
while thread.is_alive():
    if select.select([reader], [], [], 0.01)[0]:
        os.read(reader, 65536)
assert ended == (sys.argv[1] == "handler")
