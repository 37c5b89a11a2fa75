# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# ///
"""One SIGCHLD may stand for many children, and its handler may reap another's child."""

import os
import signal
import subprocess
import time

calls = []


def reap_all(signum, frame):
    pids = []
    try:
        while (pid := os.waitpid(-1, os.WNOHANG)[0]) != 0:
            pids.append(pid)
    except ChildProcessError:
        pass  # no child is left
    calls.append(pids)


signal.signal(signal.SIGCHLD, reap_all)

signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGCHLD})
children = []
for _ in range(5):
    pid = os.fork()
    if pid == 0:
        os._exit(0)
    children.append(pid)
    os.waitid(os.P_PID, pid, os.WEXITED | os.WNOWAIT)  # ended, not reaped
signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGCHLD})
print(f"{len(children)} children, {len(calls)} call of the handler,", end=" ")
print(f"which reaped {len(calls[0])}")
assert len(calls) == 1 and set(calls[0]) == set(children)

command = subprocess.Popen("exit 7", shell=True)
while [command.pid] not in calls:
    time.sleep(0.001)
print("a command ends with 7; subprocess says", command.wait())
assert command.returncode == 0
