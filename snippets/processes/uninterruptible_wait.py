# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# ///
"""A signal interrupts a wait in state S; in state D its handler runs after it."""

import ctypes
import os
import signal
import time
from pathlib import Path

CLONE = 56 if os.uname().machine == "x86_64" else 220  # a system call's number
CLONE_VFORK = 0x4000  # its caller waits until the new process has ended
libc = ctypes.CDLL(None)
reader, writer = os.pipe()
begins, begun = os.pipe()
answers, handled = os.pipe()
signal.signal(signal.SIGTERM, lambda *_: os.write(handled, b"!"))  # for the children


def wait_for_a_byte():
    os.write(begun, b"!")
    os.read(reader, 1)


def wait_for_a_process():
    """Make a process that waits for a byte, and wait until it has ended."""
    if libc.syscall(CLONE, CLONE_VFORK | signal.SIGCHLD, 0, 0, 0, 0) == 0:
        wait_for_a_byte()
        os._exit(0)


def child_in_state(letter, wait):
    if (pid := os.fork()) == 0:
        os.close(writer)
        wait()
        os._exit(0)
    os.read(begins, 1)
    while status(pid)["State"][0] != letter:
        time.sleep(0.001)
    return pid


def status(pid):
    text = Path(f"/proc/{pid}/status").read_text()
    return dict(line.split(":\t", 1) for line in text.splitlines())


sleeper = child_in_state("S", wait_for_a_byte)
os.kill(sleeper, signal.SIGTERM)
assert os.read(answers, 1) == b"!"  # and no byte has come
print("S: the handler of SIGTERM runs during the wait")
os.write(writer, b"!")  # ends the wait
os.wait()
stuck = child_in_state("D", wait_for_a_process)
os.kill(stuck, signal.SIGTERM)
time.sleep(0.2)
now = status(stuck)
print("D: 0.2 s after SIGTERM it is pending, and the state is", now["State"])
assert (now["State"][0], int(now["SigBlk"], 16)) == ("D", 0)  # nothing is blocked
assert int(now["ShdPnd"], 16) == 1 << (signal.SIGTERM - 1)
os.write(writer, b"!")
assert os.read(answers, 1) == b"!"
print("D: its wait is over, and the handler runs")
os.waitpid(stuck, 0)
killed = child_in_state("D", wait_for_a_process)
os.kill(killed, signal.SIGKILL)
assert os.waitstatus_to_exitcode(os.waitpid(killed, 0)[1]) == -signal.SIGKILL
print("D: SIGKILL ends this wait")
os.write(writer, b"!")  # so that the process it waited for ends as well
