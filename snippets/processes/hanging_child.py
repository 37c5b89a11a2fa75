# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# ///
"""/proc tells of any process whether each of its threads waits or computes."""

import subprocess
import sys
import time
from pathlib import Path

CODE = """
import os, threading
def bake():
    while True: pass
threading.Thread(target=bake, name="baker", daemon=True).start()
print("ready", flush=True)
os.read(0, 1)
"""


def cpu_ticks(task):
    """Return the CPU time of a thread so far, in ticks of the kernel."""
    fields = (task / "stat").read_text().rpartition(") ")[2].split()
    return int(fields[11]) + int(fields[12])


pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
with subprocess.Popen([sys.executable, "-c", CODE], **pipes) as child:
    assert child.stdout.readline() == "ready\n"
    tasks = sorted(
        Path(f"/proc/{child.pid}/task").iterdir(), key=lambda one: int(one.name)
    )
    before = [cpu_ticks(task) for task in tasks]
    while cpu_ticks(tasks[1]) < before[1] + 20:
        time.sleep(0.01)
    used = [cpu_ticks(task) - ticks for task, ticks in zip(tasks, before, strict=True)]
    for task, ticks in zip(tasks, used, strict=True):
        status = (task / "status").read_text().splitlines()
        state = next(line for line in status if line.startswith("State"))
        print(f"{status[0].split()[1]:8}", *state.split(), f"{ticks} ticks", sep="  ")
    print("where main waits:", Path(f"/proc/{child.pid}/wchan").read_text())
    child.kill()
assert used[0] < 5 and used[1] >= 20
