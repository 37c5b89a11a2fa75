# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# kind = "symptom"
# reach = ["cgroup"]
# ///
"""Out of memory is no MemoryError in a container: the worker is killed, and counted."""

import contextlib
import multiprocessing
import os
import tempfile
import traceback
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

fork = multiprocessing.get_context("fork")
NEW, OLD = Path("/sys/fs/cgroup"), Path("/sys/fs/cgroup/memory")  # version 2 and 1
FILES = ("memory.max", "memory.swap.max", "memory.events")
OLD_FILES = ("memory.limit_in_bytes", "memory.swappiness", "memory.oom_control")
limit, swap, events = OLD_FILES if OLD.exists() else FILES


def limited_group():
    """Return a new control group that has 32 MiB of memory, or None."""
    group = None
    try:
        group = Path(tempfile.mkdtemp(prefix="menu-", dir=OLD if OLD.exists() else NEW))
        (group / limit).write_text(str(32 << 20))
        with contextlib.suppress(OSError):  # where there is no swap
            (group / swap).write_text("0")
    except OSError:
        return group and group.rmdir()
    return group


def fill(group, mebibytes):
    Path(group, "cgroup.procs").write_text(str(os.getpid()))
    try:
        return len(bytearray(mebibytes << 20)) >> 20
    except MemoryError:
        return "MemoryError"


if __name__ == "__main__":
    if (group := limited_group()) is None:
        print("no control group can be made here")
        raise SystemExit
    child = fork.Process(target=fill, args=[group, 64])
    child.start()
    child.join()
    print("exit code of a Process: ", child.exitcode)
    with ProcessPoolExecutor(1, fork) as pool:
        print("10 MiB in a worker:     ", pool.submit(fill, group, 10).result())
        failed = pool.submit(fill, group, 64).exception()
    said = traceback.format_exception_only(failed)[-1].strip()
    print("64 MiB in a worker:", said, sep="\n")
    counts = Path(group, events).read_text().splitlines()
    counted = dict(line.split() for line in counts)["oom_kill"]
    print("oom_kill of the group:  ", counted)
    assert child.exitcode == -9 and type(failed) is BrokenProcessPool
    assert counted == "2"
    group.rmdir()
