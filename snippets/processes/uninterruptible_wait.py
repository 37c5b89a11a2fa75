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

CLONE = 56 if os.uname().machine == "x86_64" else 220  # a system call's number
CLONE_VFORK = 0x4000  # its caller waits until the new process has ended
(reader, writer), (begins, begun), (answers, handled) = (os.pipe() for _ in range(3))
signal.signal(signal.SIGTERM, lambda *_: os.write(handled, b"!"))  # for the children


def wait_for_a_byte():
    os.write(begun, b"!")
    os.read(reader, 1)
    os._exit(0)


def wait_for_a_process():
    if ctypes.CDLL(None).syscall(CLONE, CLONE_VFORK | signal.SIGCHLD, 0, 0, 0, 0) == 0:
        wait_for_a_byte()


def child_in_state(letter, wait):
    if (pid := os.fork()) == 0:
        wait()
        os._exit(0)
    os.read(begins, 1)
    while status(pid)["State"][0] != letter:
        time.sleep(0.001)
    return pid


def status(pid):
    with open(f"/proc/{pid}/status") as file:
        return dict(line.split(":\t", 1) for line in file.read().splitlines())


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
os.kill(killed := child_in_state("D", wait_for_a_process), signal.SIGKILL)
assert os.waitstatus_to_exitcode(os.waitpid(killed, 0)[1]) == -signal.SIGKILL
print("D: SIGKILL ends this wait")
os.write(writer, b"!")  # so that the process it waited for ends as well
