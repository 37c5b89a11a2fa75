# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# ///
"""In posix_spawn the parent stands still, in state D, until its child executes."""

import multiprocessing
import os
import tempfile
import time
from pathlib import Path

fork = multiprocessing.get_context("fork")


def spawn(fifo, conn):
    # The child opens the FIFO as its input, and that takes until somebody writes.
    opening = (os.POSIX_SPAWN_OPEN, 0, fifo, os.O_RDONLY, 0)
    pid = os.posix_spawn("/bin/cat", ["cat"], os.environ, file_actions=[opening])
    conn.send((pid, os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])))


def children(pid):
    return Path(f"/proc/{pid}/task/{pid}/children").read_text().split()


def state(pid):
    return Path(f"/proc/{pid}/stat").read_text().rpartition(") ")[2][0]


def executable(pid):
    return os.readlink(f"/proc/{pid}/exe")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        fifo = f"{folder}/menu"
        os.mkfifo(fifo)
        here, there = fork.Pipe()
        parent = fork.Process(target=spawn, args=(fifo, there))
        parent.start()
        while not children(parent.pid) or state(children(parent.pid)[0]) != "S":
            time.sleep(0.001)
        child = children(parent.pid)[0]
        time.sleep(0.2)
        print("child:  waits in open(), still runs", Path(executable(child)).name)
        print("parent: in state", state(parent.pid))
        assert executable(child) == executable(os.getpid())
        assert state(parent.pid) == "D"

        with open(fifo, "w") as pipe:
            pipe.write("cat: I am another program now\n")
        pid, exit_code = here.recv()
        print("parent: goes on; exit code of the child", exit_code)
        assert (str(pid), exit_code) == (child, 0)
        parent.join()
