# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# kind = "recipe"
# reach = ["cgroup"]
# ///
"""A process reads from inside in how many periods its CPU quota has stopped it."""

import contextlib
import os
import tempfile
from pathlib import Path


def read_throttling(root="/"):
    """Return in how many periods this group was stopped, and how many there were."""
    for line in Path(root, "proc/self/cgroup").read_text().splitlines():
        _, names, path = line.split(":", 2)  # the names are those of version 1
        own = Path(root, "sys/fs/cgroup", names, path.lstrip("/"))
        for group in (own, *own.parents):  # the nearest one that has a quota
            with contextlib.suppress(OSError, KeyError):  # no such file, no quota
                lines = (group / "cpu.stat").read_text().splitlines()
                counts = dict(line.split() for line in lines)
                stops, periods = counts["nr_throttled"], counts["nr_periods"]
                if int(periods):
                    return int(stops), int(periods)  # the point
    return 0, 0


STAT, NONE = "nr_periods 40\nnr_throttled 30\n", "nr_periods 0\nnr_throttled 0\n"
HOSTS = {  # /proc/self/cgroup, the files of the groups, the answer
    "version 2": ("0::/a\n", {"a": STAT}, (30, 40)),
    "version 2, of a parent": ("0::/a/b\n", {"a": STAT, "a/b": NONE}, (30, 40)),
    "version 2, no quota": ("0::/\n", {"": "usage_usec 9\n"}, (0, 0)),
    "version 1, group not seen": ("4:cpu:/x\n0::/\n", {"cpu": STAT}, (30, 40)),
}
for name, (cgroup, stats, answer) in HOSTS.items():
    with tempfile.TemporaryDirectory() as root:
        files = {
            f"sys/fs/cgroup/{place}/cpu.stat": text for place, text in stats.items()
        }
        for file, text in {"proc/self/cgroup": cgroup, **files}.items():
            Path(root, file).parent.mkdir(parents=True, exist_ok=True)
            Path(root, file).write_text(text)
        print(f"{name:26}", found := read_throttling(root))
        assert found == answer

group, groups = None, Path("/sys/fs/cgroup")
try:
    groups /= "cpu" if (groups / "cpu").exists() else ""  # version 1 or 2
    group = Path(tempfile.mkdtemp(prefix="menu-", dir=groups))
    old = group / "cpu.cfs_quota_us"
    (old if old.exists() else group / "cpu.max").write_text("10000")
except OSError:
    print("no control group can be made here")
else:
    if (child := os.fork()) == 0:
        (group / "cgroup.procs").write_text(str(os.getpid()))
        while read_throttling()[0] < 3:
            pass
        stops, periods = read_throttling()
        print(f"with a tenth of a CPU: in {stops} of {periods} periods", flush=True)
        os._exit(not 3 <= stops <= periods)
    assert os.waitpid(child, 0)[1] == 0
group and group.rmdir()
