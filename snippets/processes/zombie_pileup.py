# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# ///
"""Twenty forks never waited for leave twenty zombies; twenty Processes leave one."""

import multiprocessing
import os
from pathlib import Path

COUNT = 20


def forked_child():
    pid = os.fork()
    if pid == 0:
        os._exit(0)
    return pid


def process_child():
    child = multiprocessing.get_context("fork").Process()
    child.start()
    return child.pid


def zombies_left(start_child):
    pids = []
    for _ in range(COUNT):
        pids.append(start_child())
        os.waitid(os.P_PID, pids[-1], os.WEXITED | os.WNOWAIT)  # ended, not reaped
    return [pid for pid in pids if Path(f"/proc/{pid}").exists()]


if __name__ == "__main__":
    forked = zombies_left(forked_child)
    started = zombies_left(process_child)
    print(f"zombies left by {COUNT} calls of os.fork():     ", len(forked))
    print(f"zombies left by {COUNT} calls of Process.start():", len(started))
    assert len(set(forked)) == COUNT
    assert len(started) == 1

    pid_max = int(Path("/proc/sys/kernel/pid_max").read_text())
    print(f"pids end below {pid_max} here, and each zombie keeps one")
    assert COUNT < max(forked) < pid_max
    for pid in forked:
        os.waitpid(pid, 0)
