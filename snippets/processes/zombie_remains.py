# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# ///
"""A zombie has a pid and a parent, but no memory, command line or open file."""

import multiprocessing
import os
import time
from pathlib import Path


def facts(pid):
    status = Path(f"/proc/{pid}/status").read_text().splitlines()
    fields = dict(line.split(":", 1) for line in status)
    return {
        "state": fields["State"].split()[0],
        "has the same parent": int(fields["PPid"]) == os.getpid(),
        "has memory": "VmRSS" in fields,
        "has a command line": Path(f"/proc/{pid}/cmdline").read_bytes() != b"",
    }


if __name__ == "__main__":
    fork = multiprocessing.get_context("fork")
    here, there = fork.Pipe()
    child = fork.Process(target=there.recv)
    child.start()
    there.close()  # from now on only the child has this end of the pipe open
    while (running := facts(child.pid))["state"] != "S":
        time.sleep(0.001)
    running["has the pipe open"] = not here.poll()

    here.send("you may end")
    os.waitid(os.P_PID, child.pid, os.WEXITED | os.WNOWAIT)
    zombie = facts(child.pid)
    zombie["has the pipe open"] = not here.poll()  # poll() is true at its end

    print(f"{'':20} running  zombie")
    for fact in zombie:
        print(f"{fact:20} {running[fact]!s:8} {zombie[fact]}")
    assert list(running.values()) == ["S", True, True, True, True]
    assert list(zombie.values()) == ["Z", True, False, False, False]
    os.kill(child.pid, 0)  # no ProcessLookupError: the pid is still taken
    child.join()
