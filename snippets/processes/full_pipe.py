# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# ///
"""A child that writes more than its pipe holds sleeps until its parent reads."""

import fcntl
import subprocess
import sys
import termios
import time
from pathlib import Path

CODE = "import os; os.write(1, bytes(200_000))"


def waiting_bytes(pipe):
    answer = fcntl.ioctl(pipe, termios.FIONREAD, bytes(4))
    return int.from_bytes(answer, sys.byteorder)


def state(pid):
    return Path(f"/proc/{pid}/stat").read_text().rpartition(") ")[2][0]


child = subprocess.Popen([sys.executable, "-c", CODE], stdout=subprocess.PIPE)
capacity = fcntl.fcntl(child.stdout, fcntl.F_GETPIPE_SZ)
print("the pipe holds", capacity, "bytes")
while waiting_bytes(child.stdout) < capacity or state(child.pid) != "S":
    time.sleep(0.001)
time.sleep(0.2)  # long enough to be seen in the picture
print("in the pipe:  ", waiting_bytes(child.stdout))
print("child's state:", state(child.pid), "- it waits in write()")
assert waiting_bytes(child.stdout) == capacity < 200_000
assert state(child.pid) == "S"
assert child.poll() is None

output, _ = child.communicate()
print("communicate() has read", len(output), "bytes; return code", child.returncode)
assert len(output) == 200_000
assert child.returncode == 0
