# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# ///
"""Asking a Process reaps it, so does starting another; its deletion does not."""

import gc
import multiprocessing
import os
import time
import weakref
from multiprocessing.connection import wait
from pathlib import Path

fork = multiprocessing.get_context("fork")


def zombie():
    child = fork.Process()
    child.start()
    os.waitid(os.P_PID, child.pid, os.WEXITED | os.WNOWAIT)
    return child


def is_zombie(pid):
    return Path(f"/proc/{pid}").exists()  # it has ended, so it is Z or gone


LEAVES_IT = {
    "0.2 seconds": lambda box: time.sleep(0.2),
    "del and gc.collect()": lambda box: (box.clear(), gc.collect()),
    "wait([child.sentinel])": lambda box: wait([box[0].sentinel]),
}
REAPS_IT = {
    "child.join()": lambda box: box[0].join(),
    "child.is_alive()": lambda box: box[0].is_alive(),
    "child.exitcode": lambda box: box[0].exitcode,
    "repr(child)": lambda box: repr(box[0]),
    "active_children()": lambda box: fork.active_children(),
    "another.start()": lambda box: fork.Process().start(),
}

if __name__ == "__main__":
    for action, act in {**LEAVES_IT, **REAPS_IT}.items():
        box = [zombie()]
        pid, kept = box[0].pid, weakref.ref(box[0])
        act(box)
        note = "" if box else ", kept by multiprocessing" if kept() else ", object gone"
        print(f"{action:23}", "still a zombie" if is_zombie(pid) else "reaped", end="")
        print(note)
        assert is_zombie(pid) == (action in LEAVES_IT)
        assert kept()  # also without a name: it is kept until it is reaped
