# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# kind = "symptom"
# reach = ["cgroup"]
# ///
"""At a pids limit no thread starts, and no process by spawn or subprocess."""

import multiprocessing
import os
import subprocess
import tempfile
import threading
import traceback
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

spawn = multiprocessing.get_context("spawn")
OLD = Path("/sys/fs/cgroup/pids")  # of version 1
WAYS = {
    "Thread": lambda: threading.Thread(target=print).start(),
    "ThreadPoolExecutor": lambda: ThreadPoolExecutor(4).submit(print),
    "Process": lambda: spawn.Process(target=print).start(),
    "Pool": lambda: spawn.Pool(4),
    "subprocess": lambda: subprocess.run("true"),
}


def limited_group():
    group, groups = None, OLD if OLD.exists() else OLD.parent
    try:
        group = Path(tempfile.mkdtemp(prefix="menu-", dir=groups))
        (group / "pids.max").write_text("8")
    except OSError:
        return group and group.rmdir()
    return group


def work(group):
    (group / "cgroup.procs").write_text(str(os.getpid()))
    go_on = threading.Event()
    for _ in range(7):
        threading.Thread(target=go_on.wait).start()
    pids = int((group / "pids.current").read_text())
    print("pids of one process with eight threads:", pids)
    for name, way in WAYS.items():
        try:
            way()
        except (OSError, RuntimeError) as error:
            print(f"{name + ':':19}", *traceback.format_exception_only(error), end="")
            assert isinstance(error, RuntimeError if "Th" in name else BlockingIOError)
    go_on.set()
    assert pids == 8


if __name__ == "__main__":
    if not (group := limited_group()):
        print("no control group can be made here")
        raise SystemExit
    child = multiprocessing.get_context("fork").Process(target=work, args=[group])
    child.start()
    child.join()
    refused = int((group / "pids.events").read_text().split()[-1])
    group.rmdir()
    print("refused, as the group counts:", refused)
    assert child.exitcode == 0 and refused >= len(WAYS)
