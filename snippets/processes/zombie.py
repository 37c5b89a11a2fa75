# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# ///
"""A child that has ended stays in the process table, in state Z, until join."""

import multiprocessing
import os
import time
from pathlib import Path


def state(pid):
    """Return the state letter that the kernel shows, or "gone"."""
    try:
        stat = Path(f"/proc/{pid}/stat").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return "gone"
    return stat.rpartition(") ")[2][0]


if __name__ == "__main__":
    fork = multiprocessing.get_context("fork")
    here, there = fork.Pipe()
    child = fork.Process(target=there.recv)
    child.start()
    while state(child.pid) != "S":
        time.sleep(0.001)
    print("the child waits for a message: S, sleeping")

    here.send("you may end")
    # WNOWAIT waits for the end, and leaves the zombie where it is.
    os.waitid(os.P_PID, child.pid, os.WEXITED | os.WNOWAIT)  # the point
    time.sleep(0.2)
    assert state(child.pid) == "Z"
    print("it ended 0.2 s ago:            Z, zombie")

    child.join()  # the point
    assert state(child.pid) == "gone"
    print("its parent has called join:    gone")
