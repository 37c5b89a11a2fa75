"""How many CPUs the control groups of a process allow; read from files as they are."""

from pathlib import Path

import pytest

from proof.runs.machine import quota


@pytest.mark.parametrize(
    ("groups", "files", "expected"),
    [
        ("0::/", {"cpu.max": "150000 100000"}, 1.5),
        ("0::/", {"cpu.max": "max 100000"}, None),
        ("0::/a/b", {"a/cpu.max": "50000 100000", "a/b/cpu.max": "max 1000"}, 0.5),
        ("0::/a/b", {"a/cpu.max": "50000 100000", "a/b/cpu.max": "900 1000"}, 0.5),
        ("0::/not/in/here", {"cpu.max": "20000 10000"}, 2.0),
        ("0::/a", {"a/cpu.max": "nonsense"}, None),
        (
            "4:memory:/x\n3:cpu,cpuacct:/a\n0::/",
            {
                "cpu,cpuacct/a/cpu.cfs_quota_us": "25000",
                "cpu,cpuacct/a/cpu.cfs_period_us": "100000",
                "memory/x/cpu.cfs_quota_us": "1",
                "memory/x/cpu.cfs_period_us": "1000",
            },
            0.25,
        ),
        (
            "1:cpu:/host/path",
            {"cpu/cpu.cfs_quota_us": "300000", "cpu/cpu.cfs_period_us": "100000"},
            3.0,
        ),
        (
            "1:cpu:/",
            {"cpu/cpu.cfs_quota_us": "-1", "cpu/cpu.cfs_period_us": "100000"},
            None,
        ),
        ("", {}, None),
    ],
)
def test_the_smallest_quota_of_all_groups_counts(
    tmp_path: Path, groups: str, files: dict[str, str], expected: float | None
):
    (tmp_path / "cgroup").write_text(groups)
    for name, text in files.items():
        file = tmp_path / "tree" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text + "\n")
    assert quota(tmp_path / "cgroup", tmp_path / "tree") == expected


def test_where_there_are_no_groups_there_is_no_quota(tmp_path: Path):
    assert quota(tmp_path / "nothing", tmp_path) is None
