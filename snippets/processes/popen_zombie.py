# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# kind = "plain"
# ///
"""A command that has ended is a zombie until its Popen is asked with wait or poll."""

import subprocess
import time
from pathlib import Path

child = subprocess.Popen(["true"])
status = Path(f"/proc/{child.pid}/status")
while "Z (zombie)" not in status.read_text():
    time.sleep(0.01)
print("the command has ended, and its state is Z (zombie); ps says <defunct>")

print("wait() returns", child.wait())
print("still in the process table:", status.exists())
assert not status.exists()
