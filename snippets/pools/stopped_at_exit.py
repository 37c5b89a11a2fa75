# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# pythons = ["3.11", "3.12", "3.13", "3.14", "3.15", "3.14t"]
# ///
"""SIGTERM while the exit waits: its sys.exit(1) ends the wait, with exit code 0."""

import subprocess
import sys

PROGRAM = """
import atexit, os, signal, sys, threading
def save():
    threading.main_thread().join()  # from here on, the exit waits for this thread
    os.kill(os.getpid(), signal.SIGTERM)
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
        "signal.signal(signal.SIGTERM, lambda *_: None); seconds = 0.1"
    ),
}

ENDS = {
    ("", -15): "all ends",
    ("exit handler called", 0): "the thread is cut off",
    ("thread saved, exit handler called", 0): "it waits on",
}

ended = []
for handler, code in HANDLERS.items():
    command = [sys.executable, "-c", f"import signal, sys\n{code}\n{PROGRAM}"]
    run = subprocess.run(command, capture_output=True, text=True)
    print(f"{run.stdout or 'nothing printed'}; exit code {run.returncode}")
    ended.append(ENDS[run.stdout, run.returncode])
    print(f"at exit: SIGTERM comes: {handler}: {ended[-1]}")

assert ended == list(ENDS.values())
