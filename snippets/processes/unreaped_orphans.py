# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# ///
"""Orphans that end stay zombies for as long as their new parent does not wait."""

import ctypes
import multiprocessing
import os
import time
from pathlib import Path

PR_SET_CHILD_SUBREAPER = 36
COUNT = 5
fork = multiprocessing.get_context("fork")


def parent(conn, go):
    children = [fork.Process(target=go.wait) for _ in range(COUNT)]
    for child in children:
        child.start()
    conn.send([child.pid for child in children])
    os._exit(0)


def zombies(pids):
    stats = [Path(f"/proc/{pid}/stat").read_text() for pid in pids]
    return sum(stat.rpartition(") ")[2][0] == "Z" for stat in stats)


if __name__ == "__main__":
    # Main adopts, as PID 1 does in a container that has no other init.
    assert ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0) == 0
    here, there = fork.Pipe()
    go = fork.Event()
    middle = fork.Process(target=parent, args=(there, go))
    middle.start()
    orphans = here.recv()
    middle.join()
    print(f"{len(orphans)} orphans, {zombies(orphans)} of them zombies")
    assert zombies(orphans) == 0
    time.sleep(0.2)  # long enough to be seen in the picture

    go.set()
    for pid in orphans:
        os.waitid(os.P_PID, pid, os.WEXITED | os.WNOWAIT)
    print(f"they have ended, main has not waited: {zombies(orphans)} zombies")
    assert zombies(orphans) == COUNT
    time.sleep(0.2)

    for _ in orphans:
        os.wait()
    left = [pid for pid in orphans if Path(f"/proc/{pid}").exists()]
    print(f"main has waited {COUNT} times: {len(left)} zombies")
    assert not left
