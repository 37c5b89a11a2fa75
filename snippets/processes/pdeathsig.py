# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# args = [["fork"], ["spawn"], ["forkserver"]]
# ///
"""PR_SET_PDEATHSIG ends a child with its starter, except under forkserver."""

import ctypes
import multiprocessing
import signal
import sys
import tempfile

PR_SET_PDEATHSIG = 1


def child(conn):
    assert ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0) == 0
    conn.send("ready")
    conn.recv()
    conn.send("I am still here")


def parent(method, conn):
    multiprocessing.get_context(method).Process(target=child, args=(conn,)).start()
    signal.pause()


if __name__ == "__main__":
    method = sys.argv[1]
    fork = multiprocessing.get_context("fork")
    here, there = fork.Pipe()
    with tempfile.TemporaryDirectory() as tempfile.tempdir:  # what a killed one leaves
        middle = fork.Process(target=parent, args=(method, there))
        middle.start()
        there.close()
        assert here.recv() == "ready"
        middle.kill()
        middle.join()
        try:
            here.send("the process that started you is dead")
            answer = here.recv()
        except (BrokenPipeError, ConnectionResetError, EOFError):
            answer = "nobody answers"
    print("child:", answer)
    assert answer == ("I am still here" if method == "forkserver" else "nobody answers")
