# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# ///
"""Exceptions end one worker; os._exit and crashes end it with all its threads."""

import ctypes
import os
import signal
import subprocess
import sys
from multiprocessing import get_context
from threading import Thread

fork = get_context("fork")
ENDINGS = {  # how a worker ends, and what becomes of a program if it is its thread
    "exception": (lambda: 1 / 0, 0),
    "sys.exit": (lambda: sys.exit(3), 0),
    "os._exit": (lambda: os._exit(3), 3),
    "abort": (os.abort, -signal.SIGABRT),
    "segfault": (lambda: ctypes.string_at(0), -signal.SIGSEGV),
}


def program(kind, ending):
    """Have one of two workers end that way, then use the other one."""
    here, there = fork.Pipe()
    witness = kind(target=there.recv)
    victim = kind(target=ENDINGS[ending][0])
    for worker in (witness, victim):
        worker.start()
    victim.join()
    assert witness.is_alive()
    here.send("you may end")
    witness.join()
    print("main and the other worker go on")


def start(kind, ending):
    command = [*sys.orig_argv, kind, ending]
    return subprocess.Popen(command, stdout=-1, stderr=subprocess.DEVNULL, text=True)


if __name__ == "__main__" and len(sys.argv) > 1:
    program({"thread": Thread, "process": fork.Process}[sys.argv[1]], sys.argv[2])
elif __name__ == "__main__":
    for kind in ("thread", "process"):
        print(f"in a {kind}: the program's exit code, and who is left")
        programs = {ending: start(kind, ending) for ending in ENDINGS}
        for ending, program in programs.items():
            left = program.communicate()[0].strip()
            code = program.returncode
            print(f"{ending:<10} {code:>3}  {left or 'nobody'}")
            assert code == (ENDINGS[ending][1] if kind == "thread" else 0)
            assert left.endswith("go on") == (code == 0)
