# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# args = [["forked-child"], ["new-program"]]
# wrong = "leaks"
# ///
"""A flock outlives its killed holder in a forked child, and not in a new program."""

import fcntl
import os
import signal
import subprocess
import sys
import tempfile


def hold(path, tell, go_on):
    """Take the lock, make a child that lives until `go_on` is closed, and be killed."""
    file = os.open(path, os.O_RDWR)
    fcntl.flock(file, fcntl.LOCK_EX)
    if sys.argv[1] == "new-program":
        subprocess.Popen(["cat"], stdin=go_on)
    elif os.fork() == 0:
        os.read(go_on, 1)
        os._exit(0)
    os.write(tell, b"x")
    os.kill(os.getpid(), signal.SIGKILL)


def is_free(file):
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    fcntl.flock(file, fcntl.LOCK_UN)
    return True


told, tell = os.pipe()
go_on, end = os.pipe()
with tempfile.NamedTemporaryFile() as file:
    if (holder := os.fork()) == 0:
        os.close(end)
        hold(file.name, tell, go_on)
    os.close(tell)
    os.read(told, 1)
    os.waitpid(holder, 0)
    after_death = is_free(file)
    print("the holder has been killed; the lock is free:", after_death)
    os.close(end)
    os.read(told, 1)  # until the child has ended, too
    print("its child has ended, too; the lock is free:  ", is_free(file))
    assert is_free(file)
assert after_death == (sys.argv[1] == "new-program")
