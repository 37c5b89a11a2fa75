# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# ///
"""SIGKILL does not remove a zombie; SIGCHLD does only if its parent then waits."""

import os
import signal
import time
from pathlib import Path


def state(pid):
    try:
        stat = Path(f"/proc/{pid}/stat").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return "gone"
    return stat.rpartition(") ")[2][0]


def reap(signum, frame):
    reports.append(os.waitpid(pid, 0))


reports = []
pid = os.fork()
if pid == 0:
    os._exit(7)
os.waitid(os.P_PID, pid, os.WEXITED | os.WNOWAIT)

os.kill(pid, signal.SIGKILL)
time.sleep(0.1)
print("after SIGKILL to the zombie:           ", state(pid))
assert state(pid) == "Z"

assert signal.getsignal(signal.SIGCHLD) == signal.SIG_DFL
os.kill(os.getpid(), signal.SIGCHLD)
time.sleep(0.1)
print("after SIGCHLD to its parent:           ", state(pid))
assert state(pid) == "Z"

signal.signal(signal.SIGCHLD, reap)
os.kill(os.getpid(), signal.SIGCHLD)
while not reports:
    time.sleep(0.001)
print("the same with a handler that waits:    ", state(pid))
assert state(pid) == "gone"

exit_code = os.waitstatus_to_exitcode(reports[0][1])
print("exit code, not changed by SIGKILL:     ", exit_code)
assert exit_code == 7
