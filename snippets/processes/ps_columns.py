# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# ///
"""With columns of your choice, ps prints what /proc holds, and -L prints threads."""

import multiprocessing
import os
import shutil
import subprocess
import threading


def two_threads(pipe):
    waiting = threading.Event()
    thread = threading.Thread(target=waiting.wait, name="second")
    thread.start()
    pipe.send(thread.native_id)
    pipe.recv()
    waiting.set()
    thread.join()


def ps(*words):
    """Run ps, print what it says, and return its rows as lists of words."""
    print("$ ps", *words)
    run = subprocess.run(["ps", *words], stdout=-1, check=True, text=True)
    print(run.stdout.rstrip())
    return [line.split() for line in run.stdout.splitlines()[1:]]


if __name__ == "__main__":
    fork = multiprocessing.get_context("fork")
    here, there = fork.Pipe()
    child = fork.Process(target=two_threads, args=(there,))
    child.start()
    second = here.recv()
    pid, parent = str(child.pid), str(os.getpid())
    if shutil.which("ps"):
        rows = ps("-o", "pid,ppid,nlwp,stat,comm", "-p", f"{parent},{pid}")
        facts = {row[0]: row[1:3] for row in rows}
        assert facts == {parent: [str(os.getppid()), "1"], pid: [parent, "2"]}
        rows = ps("-L", "-o", "pid,lwp,stat,comm", "-p", pid)
        assert {(row[0], row[1]) for row in rows} == {(pid, pid), (pid, str(second))}
    else:
        print("there is no full ps here: the package procps brings it")
    here.send("you may end")
    child.join()
    assert child.exitcode == 0
