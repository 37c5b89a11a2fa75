# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# args = [["fork"], ["spawn"], ["forkserver"]]
# ///
"""os.getppid() turns into the adopter's pid; under forkserver it does not change."""

import contextlib
import ctypes
import multiprocessing
import os
import signal
import sys
import tempfile
from pathlib import Path

PR_SET_CHILD_SUBREAPER = 36


def child(conn):
    while conn.recv() == "who is your parent?":
        conn.send(os.getppid())


def parent(method, conn):
    multiprocessing.get_context(method).Process(target=child, args=(conn,)).start()
    signal.pause()


def answer():
    here.send("who is your parent?")
    return here.recv()


def who(pid):
    if pid in (middle.pid, os.getpid()):
        return "its starter" if pid == middle.pid else "main, a subreaper"
    assert "forkserver" in Path(f"/proc/{pid}/cmdline").read_text()
    return "the fork server"


if __name__ == "__main__":
    assert ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0) == 0
    method = sys.argv[1]
    fork = multiprocessing.get_context("fork")
    here, there = fork.Pipe()
    with tempfile.TemporaryDirectory() as tempfile.tempdir:  # what a killed one leaves
        middle = fork.Process(target=parent, args=(method, there))
        middle.start()
        before = answer()
        print("at first, getppid() of the child is", who(before))

        middle.kill()
        middle.join()
        after = answer()
        print("its starter is killed, then it is", who(after))
        if method == "forkserver":
            assert after == before != middle.pid
        else:
            assert (before, after) == (middle.pid, os.getpid())

        here.send("you may end")
        with contextlib.suppress(ChildProcessError):
            while os.wait():  # main has adopted everything that was left
                pass
