# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# ///
"""Ctrl-C interrupts join() in main; the thread is not interrupted and goes on."""

import os
import signal
import threading
import time
from pathlib import Path


def wait_until_blocked(thread):
    """Return when the kernel has shown a thread asleep ten times in a row."""
    stat, asleep = Path(f"/proc/self/task/{thread.native_id}/stat"), 0
    while asleep < 10:
        asleep = asleep + 1 if ") S" in stat.read_text() else 0
        time.sleep(0.005)


def work():
    wait_until_blocked(threading.main_thread())
    os.kill(os.getpid(), signal.SIGINT)  # what Ctrl-C sends
    interrupted.wait()
    print("worker: I was not interrupted")
    finished.set()


# Python does this itself, but not where it was started with Ctrl-C ignored.
signal.signal(signal.SIGINT, signal.default_int_handler)
interrupted, finished = threading.Event(), threading.Event()
worker = threading.Thread(target=work, name="worker")
worker.start()
try:
    worker.join()
except KeyboardInterrupt:
    print("main:   KeyboardInterrupt in join()")
    assert not finished.is_set()
    interrupted.set()
finished.wait()
assert interrupted.is_set()
