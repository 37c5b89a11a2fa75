# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# kind = "recipe"
# ///
"""A container's CPU quota stands in its control group, of version 2 or 1."""

import contextlib
import os
import tempfile
from pathlib import Path


def count_usable_cpus(root="/"):
    """Return how many processes can compute at once, by the affinity and all quotas."""
    counts = [len(os.sched_getaffinity(0))]
    for line in Path(root, "proc/self/cgroup").read_text().splitlines():
        _, names, path = line.split(":", 2)  # the names are those of version 1
        own = Path(root, "sys/fs/cgroup", names, path.lstrip("/"))
        for group in (own, *own.parents):
            with contextlib.suppress(OSError):  # there is no such file here
                if names:
                    files = ("cpu.cfs_quota_us", "cpu.cfs_period_us")
                    quota, period = (int((group / file).read_text()) for file in files)
                else:
                    quota, period = (group / "cpu.max").read_text().split()
                if quota not in ("max", -1):
                    counts.append(int(quota) // int(period))  # the point
    return max(1, min(counts))


CPUS = len(os.sched_getaffinity(0))
HALF, NONE = {"cpu.max": "50000 100000"}, {"cpu.max": "max 100000"}
OLD = {"cpu.cfs_quota_us": "100000", "cpu.cfs_period_us": "100000"}
V1 = "5:memory:/\n4:cpu,cpuacct:/docker/x\n0::/\n"
HOSTS = {  # /proc/self/cgroup, the folder of the group, its files, the answer
    "version 2, half a CPU": ("0::/\n", "", HALF, 1),
    "version 2, no quota": ("0::/\n", "", NONE, CPUS),
    "version 2, of a parent": ("0::/pod/app\n", "pod", HALF, 1),
    "version 1, one CPU": (V1, "cpu,cpuacct/docker/x", OLD, 1),
    "version 1, group not seen": (V1, "cpu,cpuacct", OLD, 1),
    "version 1, no quota": (V1, "cpu", OLD | {"cpu.cfs_quota_us": "-1"}, CPUS),
}
print(f"{'here':26}", here := count_usable_cpus())
assert 1 <= here <= CPUS
for name, (cgroup, group, files, answer) in HOSTS.items():
    with tempfile.TemporaryDirectory() as root:
        files = {f"sys/fs/cgroup/{group}/{file}": text for file, text in files.items()}
        for file, text in {"proc/self/cgroup": cgroup, **files}.items():
            Path(root, file).parent.mkdir(parents=True, exist_ok=True)
            Path(root, file).write_text(text)
        print(f"{name:26}", found := count_usable_cpus(root))
        assert found == answer
