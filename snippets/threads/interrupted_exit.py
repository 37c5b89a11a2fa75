# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# ///
"""Ctrl-C while the exit waits for a thread ends the wait: the thread is cut off."""

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path


def wait_until_blocked(thread):
    """Return when the kernel has shown a thread asleep ten times in a row."""
    stat, asleep = Path(f"/proc/self/task/{thread.native_id}/stat"), 0
    while asleep < 10:
        asleep = asleep + 1 if ") S" in stat.read_text() else 0
        time.sleep(0.005)


def save():
    threading.main_thread().join()  # from here on, the exit waits for this thread
    wait_until_blocked(threading.main_thread())
    try:
        print("thread: the exit waits for me", flush=True)
        os.kill(os.getpid(), signal.SIGINT)  # what Ctrl-C sends
        threading.Event().wait()
    finally:
        print("thread: saved", flush=True)


if len(sys.argv) > 1:
    # Python does this itself, but not where it was started with Ctrl-C ignored.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    threading.Thread(target=save).start()
    print("main:   last line", flush=True)
else:
    command = [sys.executable, __file__, "program"]
    run = subprocess.run(command, capture_output=True, text=True, timeout=20)
    print(run.stdout, end="")
    said = run.stderr.splitlines()
    print(said[0].partition(" from ")[0])
    print(said[-1].rstrip(": "))
    print("exit code:", run.returncode)
    assert "KeyboardInterrupt" in run.stderr
    assert "saved" not in run.stdout
    assert run.returncode == 0
