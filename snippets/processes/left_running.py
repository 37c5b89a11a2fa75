# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# kind = "plain"
# ///
"""A command goes on after the program that started it has ended, with a new parent."""

import os
import signal
import subprocess
import sys
from pathlib import Path

PROGRAM = """
import os, subprocess
child = subprocess.Popen(["sleep", "60"], stdout=subprocess.DEVNULL)
print(os.getpid(), child.pid)
"""

done = subprocess.run([sys.executable, "-c", PROGRAM], stdout=-1, text=True)
program, child = done.stdout.split()
print("the program has ended, with exit code", done.returncode)
status = Path(f"/proc/{child}/status").read_text()
print("its child still runs:", runs := "Z (zombie)" not in status)
print("its child has another parent:", f"PPid:\t{program}\n" not in status)
os.kill(int(child), signal.SIGKILL)
assert runs and f"PPid:\t{program}\n" not in status
