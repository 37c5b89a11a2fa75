# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# args = [["fork"], ["spawn"], ["forkserver"]]
# ///
"""An unjoined child stays a zombie under fork and spawn, not under forkserver."""

import multiprocessing
import os
import sys
import time
from multiprocessing.connection import wait
from pathlib import Path


def parent_of(pid):
    stat = Path(f"/proc/{pid}/stat").read_text()
    return int(stat.rpartition(") ")[2].split()[1])


def command_line(pid):
    return Path(f"/proc/{pid}/cmdline").read_text()


if __name__ == "__main__":
    method = sys.argv[1]
    context = multiprocessing.get_context(method)
    here, there = context.Pipe()
    child = context.Process(target=there.recv)
    child.start()
    parent = parent_of(child.pid)
    if method == "forkserver":
        assert "forkserver" in command_line(parent)
        print("the child's parent is the fork server")
    else:
        assert parent == os.getpid()
        print("the child's parent is main")

    here.send("you may end")
    wait([child.sentinel])  # says that the child has ended, reaps nothing
    if parent == os.getpid():
        os.waitid(os.P_PID, child.pid, os.WEXITED | os.WNOWAIT)
    time.sleep(0.2)  # long enough to be seen in the picture
    is_zombie = Path(f"/proc/{child.pid}").exists()
    print("ended and not joined:", "a zombie" if is_zombie else "gone")
    assert is_zombie == (method != "forkserver")
    assert child.exitcode == 0
    print("main still reads its exit code:", child.exitcode)
