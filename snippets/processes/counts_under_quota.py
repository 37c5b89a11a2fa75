# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# pythons = ["3.12", "3.14"]
# reach = ["cgroup"]
# ///
"""A CPU quota changes no count of CPUs and no pool's default size; an affinity does."""

import multiprocessing
import os
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path

fork = multiprocessing.get_context("fork")


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


def count(group, cpus):
    if group:
        (group / "cgroup.procs").write_text(str(os.getpid()))
    os.sched_setaffinity(0, cpus)
    counts = {"os.cpu_count()": os.cpu_count()}
    if sys.version_info >= (3, 13):
        counts["os.process_cpu_count()"] = os.process_cpu_count()
    counts["os.sched_getaffinity(0)"] = len(os.sched_getaffinity(0))
    with fork.Pool():
        counts["processes of a Pool()"] = len(multiprocessing.active_children())
    with ProcessPoolExecutor(mp_context=fork) as pool:
        counts["processes of an executor"] = pool._max_workers
    with ThreadPoolExecutor() as pool:
        counts["threads of an executor"] = pool._max_workers
    return counts


def ask(group, cpus):
    with ProcessPoolExecutor(1, fork) as pool:
        return pool.submit(count, group, cpus).result()


if __name__ == "__main__":
    cpus = os.sched_getaffinity(0)
    free, tied = ask(None, cpus), ask(None, {min(cpus)})
    group = limited_group()
    limited = ask(group, cpus) if group else dict.fromkeys(free, "?")
    group.rmdir() if group else print("no control group can be made here")
    print(f"{'':26}no limit    half a CPU  tied to one CPU")
    for name, number in free.items():
        print(f"{name:26}{number:<12}{limited[name]:<12}{tied[name]}")
    assert not group or limited == free
    assert tied["os.cpu_count()"] == free["os.cpu_count()"]
    seen = 1 if sys.version_info >= (3, 13) else os.cpu_count()  # by pools
    assert list(tied.values())[-4:] == [1, seen, seen, min(32, seen + 4)]
