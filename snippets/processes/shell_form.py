# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# kind = "symptom"
# needs = ["bash"]
# args = [["shell"], ["exec"], ["bash"]]
# ///
"""A shell in front of a program does not pass SIGTERM on to it; exec replaces it."""

import ctypes
import os
import select
import signal
import sys

APP = """
import os, signal
signal.signal(signal.SIGTERM, lambda *_: os.write(1, b"end") and os._exit(0))
os.write(1, b"ready")
signal.pause()
"""
way = sys.argv[1]
shell, command = {
    "shell": ("sh", '"$0" -c "$1"; true'),
    "exec": ("sh", 'exec "$0" -c "$1"'),
    "bash": ("bash", '"$0" -c "$1"'),  # bash does so itself with a last command
}[way]
unshare, NEWPID, NEWUSER = ctypes.CDLL(None).unshare, 0x20000000, 0x10000000
is_pid_one = unshare(NEWPID) == 0 or unshare(NEWUSER | NEWPID) == 0
reader, writer = os.pipe()
if (pid := os.fork()) == 0:
    os.setpgrp()
    os.dup2(writer, 1)
    os.execvp(shell, [shell, "-c", command, sys.executable, APP])
assert os.read(reader, 5) == b"ready"
place = "PID 1" if is_pid_one else "an ordinary process"
print(shell, "-c", repr(command), "as", place)

os.kill(pid, signal.SIGTERM)  # what docker stop sends first
is_told = bool(select.select([reader], [], [], 0.5 if way == "shell" else 20)[0])
print("the program", "cleans up" if is_told else "is not told to stop, and runs on")
assert is_told == (way != "shell")
if not is_told:
    os.killpg(pid, signal.SIGKILL)  # what it sends after ten seconds
print("exit code", code := os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
assert code == (0 if is_told else -signal.SIGKILL if is_pid_one else -signal.SIGTERM)
