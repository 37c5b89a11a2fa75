# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# kind = "recipe"
# ///
"""A loop over its own pids reaps what has ended, and leaves subprocess its children."""

import os
import signal
import subprocess
import time
from pathlib import Path


def reap_ended(pids):
    """Take the ended ones out of pids, a set of children; return {pid: exit code}."""
    codes = {}
    for pid in tuple(pids):
        try:
            reaped, status = os.waitpid(pid, os.WNOHANG)  # the point
        except ChildProcessError:  # a handler that came in between has taken it
            pids.discard(pid)
            continue
        if reaped:
            codes[pid] = os.waitstatus_to_exitcode(status)
            pids.discard(pid)
    return codes


def fork(code):
    pid = os.fork()
    if pid == 0:
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        if code < 0:
            os.kill(os.getpid(), -code)
        os._exit(code)
    return pid


if __name__ == "__main__":
    found = {}
    signal.signal(signal.SIGCHLD, lambda *_: found.update(reap_ended(pids)))
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGCHLD})
    wanted = {fork(code): code for code in [0, 7, -signal.SIGKILL] * 10}
    pids = set(wanted)
    for pid in wanted:  # all of them have ended before the first signal comes
        os.waitid(os.P_PID, pid, os.WEXITED | os.WNOWAIT)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGCHLD})
    while pids:
        time.sleep(0.001)
    left = [pid for pid in wanted if Path(f"/proc/{pid}").exists()]
    print(f"{len(found)} of {len(wanted)} children reaped, {len(left)} zombies left")
    assert found == wanted and not left
    pids = set(wanted)  # as if another call had taken them meanwhile
    assert reap_ended(pids) == {} and not pids

    command = subprocess.run(["sh", "-c", "exit 3"])
    print("exit code of a command beside them:", command.returncode)
    assert command.returncode == 3
