# /// script
# requires-python = ">=3.11"
# dependencies = ["numpy"]
# [tool.proof]
# platform = "linux"
# reach = ["cgroup"]
# ///
"""NumPy starts as many threads under a quota of half a CPU as without one."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

CODE = """
import os, sys
if sys.argv[1:]:
    open(sys.argv[1], "w").write(str(os.getpid()))  # join the control group
import numpy
numpy.ones((300, 300)) @ numpy.ones((300, 300))
print(len(os.listdir("/proc/self/task")))
"""


def limited_group():
    """Return a new control group that has half a CPU, or None."""
    group, groups = None, Path("/sys/fs/cgroup")
    try:
        groups /= "cpu" if (groups / "cpu").exists() else ""  # version 1 or 2
        group = Path(tempfile.mkdtemp(prefix="menu-", dir=groups))
        old = group / "cpu.cfs_quota_us"
        (old if old.exists() else group / "cpu.max").write_text("50000")
    except OSError:
        return group and group.rmdir()
    return group


def count_threads(group=None, **names):
    """Return how many threads a new process has that has used NumPy."""
    command = [sys.executable, "-c", CODE, *([group / "cgroup.procs"] if group else [])]
    return int(subprocess.check_output(command, env=os.environ | names))


cpus = len(os.sched_getaffinity(0))
counts = {"no limit": count_threads()}
if group := limited_group():
    counts["half a CPU"] = count_threads(group)
    group.rmdir()
else:
    print("no control group can be made here")
counts["OMP_NUM_THREADS=1"] = count_threads(OMP_NUM_THREADS="1")
os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
counts["tied to one CPU"] = count_threads()
for name, count in counts.items():
    print(f"{name + ':':20}threads: {count}")
assert counts["no limit"] >= min(2, cpus)
assert counts.get("half a CPU", counts["no limit"]) == counts["no limit"]
assert counts["OMP_NUM_THREADS=1"] == counts["tied to one CPU"] == 1
