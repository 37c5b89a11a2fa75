# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# pythons = ["3.12", "3.13"]
# ///
"""One count is of the CPUs online, the other of the affinity, whatever the quota."""

import os
import sys
from pathlib import Path


def usable():
    if sys.version_info >= (3, 13):
        return os.process_cpu_count()
    return len(os.sched_getaffinity(0))


def quota():
    """Return how many CPUs' time the control groups grant, or "none"."""
    lines = Path("/proc/self/cgroup").read_text().splitlines()
    own = [line.removeprefix("0::/") for line in lines if line.startswith("0::/")]
    folder = Path("/sys/fs/cgroup", *own)
    files = [group / "cpu.max" for group in (folder, *folder.parents)]
    limits = [file.read_text().split() for file in files if file.exists()]
    shares = [int(limit[0]) / int(limit[1]) for limit in limits if limit[0] != "max"]
    return min(shares, default="none")


online = os.sysconf("SC_NPROCESSORS_ONLN")
allowed = os.sched_getaffinity(0)
print("CPUs online:            ", os.cpu_count())
print("usable by this process: ", usable())
print("quota, in CPUs:         ", quota())
assert os.cpu_count() == online  # whatever the quota is
assert usable() == len(allowed)

os.sched_setaffinity(0, {min(allowed)})
print("tied to one CPU, online:", os.cpu_count())
print("tied to one CPU, usable:", usable())
assert os.cpu_count() == online
assert usable() == 1
