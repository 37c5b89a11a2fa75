# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# ///
"""SIGTERM ends a process in state S at once, and one in state D only after its wait."""

import os
import signal
import time
from pathlib import Path

reader, writer = os.pipe()
os.mkfifo("fifo")  # whoever opens this named pipe for reading waits for a writer


def wait_for_a_byte():
    os.read(reader, 1)


def wait_for_a_program():
    """Start a program that reads the named pipe, and wait until it has begun."""
    opening = (os.POSIX_SPAWN_OPEN, 0, "fifo", os.O_RDONLY, 0)
    os.posix_spawn("/bin/sh", ["sh"], {}, file_actions=[opening])


def child_in_state(letter, wait):
    pid = os.fork()
    if pid == 0:
        wait()
        os._exit(0)
    while state(pid) != letter:
        time.sleep(0.001)
    return pid


def state(pid):
    return Path(f"/proc/{pid}/stat").read_text().rpartition(") ")[2][0]


sleeper = child_in_state("S", wait_for_a_byte)
os.kill(sleeper, signal.SIGTERM)
assert os.waitstatus_to_exitcode(os.waitpid(sleeper, 0)[1]) == -signal.SIGTERM
print("S: SIGTERM ends it")

stuck = child_in_state("D", wait_for_a_program)
os.kill(stuck, signal.SIGTERM)
time.sleep(0.2)
print("D: 0.2 s after SIGTERM it is still in state", state(stuck))
assert state(stuck) == "D"

fifo = os.open("fifo", os.O_RDWR)  # now the program's wait is over
os.close(fifo)
assert os.waitstatus_to_exitcode(os.waitpid(stuck, 0)[1]) == -signal.SIGTERM
print("D: its wait is over, and SIGTERM ends it")
