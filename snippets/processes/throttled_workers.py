# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# kind = "symptom"
# reach = ["cgroup"]
# ///
"""Under a CPU quota two workers are stopped again and again; os.cpu_count() stays."""

import multiprocessing
import os
import tempfile
import time
from pathlib import Path

fork = multiprocessing.get_context("fork")
NEW, OLD = Path("/sys/fs/cgroup"), Path("/sys/fs/cgroup/cpu")  # version 2 and 1


def limited_group():
    """Return a new control group that has a tenth of one CPU, or None."""
    group = None
    try:
        group = Path(tempfile.mkdtemp(prefix="menu-", dir=OLD if OLD.exists() else NEW))
        quota = (
            ("cpu.cfs_quota_us", "10000")
            if OLD.exists()
            else ("cpu.max", "10000 100000")
        )
        Path(group, quota[0]).write_text(quota[1])
    except OSError:
        return group and group.rmdir()
    return group


def work(group, conn):
    Path(group, "cgroup.procs").write_text(str(os.getpid()))
    last, longest, used = time.monotonic(), 0, os.cpu_count()
    while stops(group) < 5:
        now = time.monotonic()
        longest, last = max(longest, now - last), now
    conn.send((used, longest))


def stops(group):
    """Read how often the kernel has stopped the whole group."""
    lines = Path(group, "cpu.stat").read_text().splitlines()
    return int(dict(line.split() for line in lines)["nr_throttled"])


if __name__ == "__main__":
    if (group := limited_group()) is None:
        print("no control group can be made here")
        raise SystemExit
    here, there = fork.Pipe()
    workers = [fork.Process(target=work, args=(group, there)) for _ in range(2)]
    for worker in workers:
        worker.start()
    counts, gaps = zip(here.recv(), here.recv(), strict=True)
    for worker in workers:
        worker.join()
    print("quota: 0.1 CPU; os.cpu_count() says", counts[0], "in it")
    print(f"stopped {stops(group)} times; longest standstill {max(gaps) * 1000:.0f} ms")
    assert counts[0] == os.cpu_count() and min(gaps) > 0.03
    group.rmdir()
