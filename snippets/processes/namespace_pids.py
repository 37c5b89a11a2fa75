# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# ///
"""The first process of a PID namespace is PID 1 inside and has another pid outside."""

import ctypes
import multiprocessing
import os
from pathlib import Path

NEWPID, NEWUSER = 0x20000000, 0x10000000
fork = multiprocessing.get_context("fork")


def new_pid_namespace():
    """Put the children to come into a namespace of their own, if that is allowed."""
    unshare = ctypes.CDLL(None).unshare
    return unshare(NEWPID) == 0 or unshare(NEWUSER | NEWPID) == 0


def first(conn):
    conn.send(("first", os.getpid(), os.getppid()))
    child = fork.Process(target=second, args=(conn,))
    child.start()
    child.join()


def second(conn):
    conn.send(("second", os.getpid(), os.getppid()))
    conn.recv()


if __name__ == "__main__":
    has_namespace = new_pid_namespace()
    if not has_namespace:
        print("This system allows no PID namespace here: the pids are ordinary ones.")
    here, there = fork.Pipe()
    process = fork.Process(target=first, args=(there,))
    process.start()
    print("          says: pid  parent")
    rows = [here.recv(), here.recv()]
    for name, pid, parent in rows:
        print(f"{name:<14} {pid:>4} {parent:>7}")
    status = Path(f"/proc/{process.pid}/status").read_text().splitlines()
    pids = [
        int(x) for line in status if line.startswith("NSpid") for x in line.split()[1:]
    ]
    print("the kernel, of the first: NSpid", *pids)
    here.send("you may end")
    process.join()
    assert process.exitcode == 0
    assert pids[0] == process.pid
    if has_namespace:
        assert pids[-1] == 1 and [row[1:] for row in rows] == [(1, 0), (2, 1)]
    else:
        assert rows[0][1:] == (process.pid, os.getpid())
