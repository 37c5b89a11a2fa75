# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# ///
"""os.cpu_count() counts logical CPUs, of which one physical core may have several."""

import os
from pathlib import Path

# Each CPU names all CPUs of its core, itself among them: "0" or "0,4" or "0-1".
folders = sorted(Path("/sys/devices/system/cpu").glob("cpu[0-9]*/topology"))
siblings = [(folder / "thread_siblings_list").read_text().strip() for folder in folders]
cores = sorted(set(siblings))
print("logical CPUs:  ", os.cpu_count())
print("physical cores:", len(cores))
for core in cores:
    print("one core is CPU", core)
assert len(siblings) == os.cpu_count()
assert 1 <= len(cores) <= os.cpu_count()
