# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# ///
"""The kernel shows R, S, D, T, t or Z, depending on what a process has just done."""

import contextlib
import ctypes
import itertools
import os
import signal
import tempfile
import time
from pathlib import Path

PTRACE_TRACEME = 0
reader, writer = os.pipe()


def run_a_program():
    """Start a program that reads the named pipe, and wait until it has begun."""
    opening = (os.POSIX_SPAWN_OPEN, 0, "fifo", os.O_RDONLY, 0)
    os.posix_spawn("/bin/sh", ["sh"], {}, file_actions=[opening])


def stop():
    signal.raise_signal(signal.SIGSTOP)


def stop_for_a_tracer():
    assert ctypes.CDLL(None).ptrace(PTRACE_TRACEME, 0, 0, 0) == 0
    stop()


ACTIONS = {
    "R": ("computes", lambda: sum(itertools.count())),
    "S": ("waits for a byte", lambda: os.read(reader, 1)),
    "D": ("waits for a program to begin", run_a_program),
    "T": ("has been stopped", stop),
    "t": ("has been stopped, and is traced", stop_for_a_tracer),
    "Z": ("has ended", lambda: None),
}


def state(pid):
    return Path(f"/proc/{pid}/stat").read_text().rpartition(") ")[2][0]


with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
    os.mkfifo("fifo")  # who opens this named pipe for reading waits for a writer
    for letter, (words, action) in ACTIONS.items():
        pid = os.fork()
        if pid == 0:
            action()
            os._exit(0)
        while state(pid) != letter:
            time.sleep(0.001)
        time.sleep(0.05)
        assert state(pid) == letter
        print(letter, "a process that", words)
        if letter == "D":
            os.close(os.open("fifo", os.O_RDWR))  # ends that wait
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
