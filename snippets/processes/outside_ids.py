# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# pythons = ["3.13", "3.14"]
# ///
"""The threads of a process have one pid, and each an id under /proc/<pid>/task."""

import os
import sys
import threading
from pathlib import Path

rows = []
noted, looked_at = threading.Barrier(3), threading.Barrier(3)


def note():
    name = threading.current_thread().name
    rows.append((name, os.getpid(), threading.get_native_id()))
    noted.wait()
    if name == "MainThread":
        look()
    looked_at.wait()


def look():
    """Compare what the threads know of themselves with what the kernel lists."""
    task = Path(f"/proc/{os.getpid()}/task")
    print("name        pid     native id  name in /proc")
    for name, pid, tid in rows:
        comm = (task / str(tid) / "comm").read_text().strip()
        print(f"{name:10}  {pid:<6}  {tid:<9}  {comm}")
        assert pid == os.getpid()
        assert (tid == pid) == (name == "MainThread")
        if name != "MainThread":
            assert (comm == name) == (sys.version_info >= (3, 14))
    assert {int(entry.name) for entry in task.iterdir()} == {row[2] for row in rows}


threads = [threading.Thread(target=note, name=name) for name in ("reader", "writer")]
for thread in threads:
    thread.start()
note()
for thread in threads:
    thread.join()
first = Path(f"/proc/{os.getpid()}/task/{threads[0].native_id}")
while first.exists():  # before 3.13 it may outlast join by a moment
    os.sched_yield()
