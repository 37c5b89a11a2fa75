# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# pythons = ["3.11", "3.12", "3.13", "3.14", "3.15", "3.14t"]
# ///
"""SIGTERM while the exit waits: its sys.exit(1) ends the wait, with exit code 0."""

import signal
import subprocess
import sys
import time
from pathlib import Path
from subprocess import DEVNULL, PIPE

PROGRAM = """
import atexit, os, sys, threading
def save():
    threading.main_thread().join()  # from here on, the exit waits for this thread
    print(flush=True)
    threading.Event().wait(seconds)
    os.write(1, b"thread saved, ")
atexit.register(os.write, 1, b"exit handler called")
threading.Thread(target=save).start()
"""
HANDLERS = {
    "no handler": "seconds = 60",
    "a handler with sys.exit(1)": (
        "signal.signal(signal.SIGTERM, lambda *_: sys.exit(1)); seconds = 60"
    ),
    "a handler that sets a flag": (
        "signal.signal(signal.SIGTERM, lambda *_: None); seconds = 1"
    ),
}
ENDS = {
    ("", -signal.SIGTERM): "all ends",
    ("exit handler called", 0): "the thread is cut off",
    ("thread saved, exit handler called", 0): "it waits on",
}


def wait_until_asleep(pid):
    """Wait until the first thread of a process has slept for a while."""
    before = now = ""
    while now != before or "State:\tS" not in now:
        time.sleep(0.02)
        before, now = now, Path(f"/proc/{pid}/status").read_text()


ended = []
for handler, code in HANDLERS.items():
    command = [sys.executable, "-c", f"import signal, sys\n{code}\n{PROGRAM}"]
    with subprocess.Popen(command, text=True, stdout=PIPE, stderr=DEVNULL) as run:
        run.stdout.readline()
        wait_until_asleep(run.pid)
        run.terminate()
        printed = run.stdout.read()
    print(f"{printed or 'nothing printed'}; exit code {run.returncode}")
    ended.append(ENDS[printed, run.returncode])
    print(f"at exit: SIGTERM comes: {handler}: {ended[-1]}")

assert ended == list(ENDS.values())
