# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# args = [["lockf"], ["flock"]]
# ///
"""Closing any descriptor of the file drops a lock by lockf, and not one by flock."""

import fcntl
import subprocess
import sys
import tempfile

take = getattr(fcntl, sys.argv[1])
TRY = f"""
import fcntl, sys
with open(sys.argv[1], "w") as file:
    try:
        fcntl.{sys.argv[1]}(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        print("free")
    except BlockingIOError:
        print("locked")
"""


def another_process_finds_it():
    command = [sys.executable, "-c", TRY, file.name]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return done.stdout.strip()


with tempfile.NamedTemporaryFile() as file:
    take(file, fcntl.LOCK_EX)
    before = another_process_finds_it()
    print("while I hold the lock, another process finds it", before)

    with open(file.name):  # as a library might do, to have a look
        pass
    after = another_process_finds_it()
    print("I have opened and closed the file once more:   ", after)

assert before == "locked"
assert after == ("free" if sys.argv[1] == "lockf" else "locked")
