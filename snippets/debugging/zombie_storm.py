# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# needs = ["ps"]
# platform = "linux"
# ///
"""Sorted by their parent, the zombies of ps name the process that does not wait."""

import subprocess
import sys
from collections import Counter

PATIENT = """
import os
for _ in range(20):
    if os.fork() == 0: os._exit(0)
print("ready", flush=True)
input()
"""

pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
with subprocess.Popen([sys.executable, "-c", PATIENT], **pipes) as careless:
    careless.stdout.readline()
    parents = Counter()
    while parents[careless.pid] < 20:
        command = ["ps", "-e", "-o", "ppid=,stat=,comm="]  # the point
        shown = subprocess.run(command, capture_output=True, text=True).stdout
        lines = [line.split(maxsplit=2) for line in shown.splitlines()]
        parents = Counter(int(ppid) for ppid, stat, _ in lines if stat[0] == "Z")
    careless.kill()
print("one of them:", *next(line for line in lines if line[0] == str(careless.pid)))
print("zombies of that parent:", parents[careless.pid])
assert parents[careless.pid] == 20
