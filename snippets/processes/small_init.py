# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# args = [["application"], ["init"]]
# ///
"""As PID 1 an application collects zombies and gets no SIGTERM; an init mends both."""

import ctypes
import os
import signal
import sys
import time
from pathlib import Path

NEWPID, NEWUSER, PR_SET_CHILD_SUBREAPER = 0x20000000, 0x10000000, 36


def init():
    """Start the application, pass SIGTERM on to it, and reap whatever ends."""
    signal.signal(signal.SIGTERM, lambda signum, frame: os.kill(child, signum))
    child = os.fork()
    if child == 0:
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        application()
    while True:
        pid, status = os.wait()
        if pid == child:
            code = os.waitstatus_to_exitcode(status)
            os._exit(code if code >= 0 else 128 - code)


def application():
    for _ in range(3):
        if (middle := os.fork()) == 0:
            orphan = os.fork() or os._exit(0)
            os.waitid(os.P_PID, orphan, os.WEXITED | os.WNOWAIT)  # ended, not reaped
            os._exit(0)
        os.waitpid(middle, 0)
    os.write(writer, b"ready")
    signal.pause()


libc, who = ctypes.CDLL(None), sys.argv[1]
reader, writer = os.pipe()
is_pid_one = libc.unshare(NEWPID) == 0 or libc.unshare(NEWUSER | NEWPID) == 0
if (pid := os.fork()) == 0:
    is_pid_one or libc.prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)  # adopt all the same
    init() if who == "init" else application()
os.read(reader, 5)
children = Path(f"/proc/{pid}/task/{pid}/children")
while len(pids := children.read_text().split()) != (1 if who == "init" else 3):
    time.sleep(0.001)
zombies = sum(") Z" in Path(f"/proc/{one}/stat").read_text() for one in pids)
role = "as PID 1" if is_pid_one else "as a subreaper (no PID namespace here)"
print(f"{who} {role}; children: {len(pids)}, zombies: {zombies}")
assert zombies == (3 if who == "application" else 0)
os.kill(pid, signal.SIGTERM)
if who == "application" and is_pid_one:
    time.sleep(0.2)
    assert os.waitpid(pid, os.WNOHANG) == (0, 0)
    os.kill(pid, signal.SIGKILL)
    print("SIGTERM does nothing to it; SIGKILL ends it")
code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
print("exit code", code)
assert code == (128 + 15 if who == "init" else -9 if is_pid_one else -15)
