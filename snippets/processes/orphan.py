# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# args = [["os._exit"], ["SIGKILL"]]
# ///
"""A child whose parent ends suddenly runs on, and an older process adopts it."""

import contextlib
import multiprocessing
import os
import signal
import sys
import time
from pathlib import Path

fork = multiprocessing.get_context("fork")


def child(conn):
    conn.send(os.getppid())
    while conn.recv() == "who is your parent?":
        conn.send(os.getppid())


def parent(ending, conn, go):
    fork.Process(target=child, args=(conn,)).start()
    go.wait()
    if ending == "SIGKILL":
        os.kill(os.getpid(), signal.SIGKILL)
    os._exit(0)  # the point


def ancestors():  # helper
    pid = os.getpid()
    while pid:
        stat = Path(f"/proc/{pid}/stat").read_text()
        pid = int(stat.rpartition(") ")[2].split()[1])
        yield pid


if __name__ == "__main__":
    here, there = fork.Pipe()
    go = fork.Event()
    middle = fork.Process(target=parent, args=(sys.argv[1], there, go))
    middle.start()
    there.close()
    assert here.recv() == middle.pid
    print("child:  my parent is the process that started me")

    time.sleep(0.2)  # long enough to be seen in the picture
    go.set()
    middle.join()
    print("main:   that parent has ended, exit code", middle.exitcode)

    here.send("who is your parent?")
    adopter = here.recv()  # the point
    assert adopter != middle.pid
    assert adopter == 1 or adopter in ancestors()
    print("child:  I run on, and my parent is", end=" ")
    print("PID 1" if adopter == 1 else "an ancestor of main, not PID 1")
    time.sleep(0.2)
    here.send("you may end")
    with contextlib.suppress(EOFError):
        here.recv()
