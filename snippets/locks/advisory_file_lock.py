# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# ///
"""A lock on a file keeps out those who ask for it, and nobody else."""

import fcntl
import subprocess
import sys
from pathlib import Path

ASK = """
import fcntl
with open("notes.txt", "a") as file:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        file.write("written with the lock\\n")
    except BlockingIOError:
        print("the program that asks:         BlockingIOError")
"""
DO_NOT_ASK = """
with open("notes.txt", "a") as file:
    file.write("written without asking\\n")
    print("the program that does not ask: has written")
"""

notes = Path("notes.txt")
with notes.open("a") as file:
    fcntl.flock(file, fcntl.LOCK_EX)
    for program in (ASK, DO_NOT_ASK):
        subprocess.run([sys.executable, "-c", program], check=True)
print("in the file:", notes.read_text(), end="")
assert notes.read_text() == "written without asking\n"
