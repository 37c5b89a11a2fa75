# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# kind = "recipe"
# ///
"""A container's limits of memory and pids stand in its groups, of version 2 or 1."""

import contextlib
import os
import tempfile
from pathlib import Path


def read_container_limits(root="/"):
    """Return the bytes of memory and the pids that the machine and all groups allow."""
    memory = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    pids = int(Path("/proc/sys/kernel/pid_max").read_text())
    for line in Path(root, "proc/self/cgroup").read_text().splitlines():
        _, names, path = line.split(":", 2)  # the names are those of version 1
        own = Path(root, "sys/fs/cgroup", names, path.lstrip("/"))
        for group in (own, *own.parents):
            for file in ("memory.max", "memory.limit_in_bytes"):
                with contextlib.suppress(OSError, ValueError):  # no file, or "max"
                    memory = min(memory, int((group / file).read_text()))  # the point
            with contextlib.suppress(OSError, ValueError):
                pids = min(pids, int((group / "pids.max").read_text()))  # the point
    return {"memory": memory, "pids": pids}


MACHINE = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
ALL = int(Path("/proc/sys/kernel/pid_max").read_text())
MIB, V1 = 1 << 20, "8:pids:/docker/x\n4:memory:/docker/x\n0::/\n"
OLD = "memory/docker/x/memory.limit_in_bytes"
HOSTS = {  # /proc/self/cgroup, the files of the groups, the answer
    "version 2": ("0::/\n", {"memory.max": MIB, "pids.max": 99}, (MIB, 99)),
    "version 2, of a parent": ("0::/pod/app\n", {"pod/memory.max": MIB}, (MIB, ALL)),
    "version 2, the least": ("0::/a\n", {"pids.max": 7, "a/pids.max": 9}, (MACHINE, 7)),
    "version 2, no limit": ("0::/\n", {"memory.max": "max"}, (MACHINE, ALL)),
    "version 1": (V1, {OLD: MIB, "pids/docker/x/pids.max": 99}, (MIB, 99)),
    "version 1, group not seen": (V1, {"pids/pids.max": 99}, (MACHINE, 99)),
    "version 1, no limit": (V1, {OLD: 2**63 - 4096}, (MACHINE, ALL)),
}
print(f"{'here':26}", read_container_limits())
for name, (cgroup, files, answer) in HOSTS.items():
    with tempfile.TemporaryDirectory() as root:
        files = {f"sys/fs/cgroup/{file}": f"{text}\n" for file, text in files.items()}
        for file, text in {"proc/self/cgroup": cgroup, **files}.items():
            Path(root, file).parent.mkdir(parents=True, exist_ok=True)
            Path(root, file).write_text(text)
        print(f"{name:26}", found := read_container_limits(root))
        assert tuple(found.values()) == answer
