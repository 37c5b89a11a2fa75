# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# kind = "symptom"
# args = [["shell"], ["exec"]]
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
command = 'exec "$0" -c "$1"' if sys.argv[1] == "exec" else '"$0" -c "$1"; true'
unshare, NEWPID, NEWUSER = ctypes.CDLL(None).unshare, 0x20000000, 0x10000000
is_pid_one = unshare(NEWPID) == 0 or unshare(NEWUSER | NEWPID) == 0
reader, writer = os.pipe()
if (pid := os.fork()) == 0:
    os.setpgrp()
    os.dup2(writer, 1)
    os.execvp("sh", ["sh", "-c", command, sys.executable, APP])
assert os.read(reader, 5) == b"ready"
print("sh -c", repr(command), "as PID 1" if is_pid_one else "as an ordinary process")

os.kill(pid, signal.SIGTERM)  # what docker stop sends first
is_told = bool(select.select([reader], [], [], 20 if sys.argv[1] == "exec" else 0.5)[0])
print("the program", "cleans up" if is_told else "is not told to stop, and runs on")
assert is_told == (sys.argv[1] == "exec")
if not is_told:
    os.killpg(pid, signal.SIGKILL)  # what it sends after ten seconds
print("exit code", code := os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
assert code == (0 if is_told else -signal.SIGKILL if is_pid_one else -signal.SIGTERM)
