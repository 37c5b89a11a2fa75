# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# ///
"""A handler waits while main is blocked, unless main's own thread gets the signal."""

import os
import signal
import threading
import time
from pathlib import Path


def handler(signum, frame):
    handled.append(signum)


def wait_until_blocked(thread):
    """Return when the kernel has shown a thread asleep ten times in a row."""
    stat, asleep = Path(f"/proc/self/task/{thread.native_id}/stat"), 0
    while asleep < 10:
        asleep = asleep + 1 if ") S" in stat.read_text() else 0
        time.sleep(0.005)


def send():
    wait_until_blocked(main)
    signal.pthread_kill(threading.get_ident(), signal.SIGUSR1)
    time.sleep(0.1)
    observed.append(len(handled))
    print("sent to the worker; handled:", len(handled))
    signal.pthread_kill(main.ident, signal.SIGUSR2)
    while len(handled) < 2:
        time.sleep(0.001)
    observed.append(len(handled))
    print("sent to main as well; handled:", len(handled))
    os.write(writer, b"x")


handled, observed = [], []
main = threading.main_thread()
reader, writer = os.pipe()
signal.signal(signal.SIGUSR1, handler)
signal.signal(signal.SIGUSR2, handler)
worker = threading.Thread(target=send, name="worker")
worker.start()
data = os.read(reader, 1)  # main is blocked here until the worker writes
worker.join()
assert observed == [0, 2]
assert data == b"x"  # the call that the signal has interrupted went on
