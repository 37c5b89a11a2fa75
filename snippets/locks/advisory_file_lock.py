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
import tempfile

ASK = """
import fcntl, sys
with open(sys.argv[1], "a") as file:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        file.write("written with the lock\\n")
    except BlockingIOError:
        print("the program that asks:         BlockingIOError")
"""
DO_NOT_ASK = """
import sys
with open(sys.argv[1], "a") as file:
    file.write("written without asking\\n")
    print("the program that does not ask: has written")
"""

with tempfile.NamedTemporaryFile("r") as file:
    fcntl.flock(file, fcntl.LOCK_EX)
    for program in (ASK, DO_NOT_ASK):
        subprocess.run([sys.executable, "-c", program, file.name], check=True)
    written = file.read()
print("in the file:", written, end="")
assert written == "written without asking\n"
