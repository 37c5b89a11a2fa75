# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# kind = "symptom"
# stderr = "ResourceWarning: subprocess [0-9]+ is still running"
# ///
"""A Popen dropped while its command runs warns, and is reaped by the next Popen."""

import os
import subprocess
import warnings
from pathlib import Path

warnings.simplefilter("always")  # python -X dev does the same
child = subprocess.Popen(["sleep", "0.2"])
pid = child.pid
del child  # ResourceWarning: nobody has asked how the command ended

os.waitid(os.P_PID, pid, os.WEXITED | os.WNOWAIT)
print("the command has ended; a zombie:", ended := Path(f"/proc/{pid}").exists())
subprocess.run(["true"])
print("after the next command:         ", later := Path(f"/proc/{pid}").exists())
assert ended and not later
