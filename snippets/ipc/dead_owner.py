# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# limit = 30
# pythons = ["3.12", "3.14"]
# ///
"""The resource tracker removes a dead owner's block, unless it is killed as well."""

import subprocess
import sys
from pathlib import Path
from subprocess import PIPE

OWNER = """
import os, signal, sys
from multiprocessing.shared_memory import SharedMemory

options = {"track": False} if sys.argv[1] == "track=False" else {}
block = SharedMemory(create=True, size=10, **options)
tracker = open(f"/proc/self/task/{os.getpid()}/children").read().split()
print(block.name, *tracker, flush=True)
if sys.argv[1] == "SIGKILL to both":
    os.kill(int(tracker[0]), signal.SIGKILL)
if sys.argv[1] == "os._exit(0)":
    os._exit(0)
if sys.argv[1].startswith("SIGKILL"):
    os.kill(os.getpid(), signal.SIGKILL)
"""
ENDS = ["normal end", "os._exit(0)", "SIGKILL", "SIGKILL to both"]
if sys.version_info >= (3, 13):
    ENDS.append("track=False")

owners = {  # all at once
    end: subprocess.Popen(
        [sys.executable, "-c", OWNER, end], stdout=PIPE, stderr=PIPE, text=True
    )
    for end in ENDS
}
for end, owner in owners.items():
    # Returns when no process, tracker included, has the pipes open any more.
    answer, complaint = owner.communicate()
    name, *tracker = answer.split()
    file = Path("/dev/shm", name)
    left = file.exists()
    complains = "leaked shared_memory" in complaint
    print(f"{end:16}", "left behind" if left else "removed, with a warning")
    if left:
        file.unlink()
    assert left == (end in ("SIGKILL to both", "track=False"))
    assert complains != left
    assert len(tracker) == (end != "track=False")
