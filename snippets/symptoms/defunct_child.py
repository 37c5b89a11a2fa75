# /// script
# [tool.proof]
# kind = "symptom"
# needs = ["ps"]
# platform = "linux"
# ///
"""ps marks a child that has ended and was not waited for with defunct and a Z."""

import os
import subprocess

pid = os.fork()
if pid == 0:
    os._exit(0)
os.waitid(os.P_PID, pid, os.WEXITED | os.WNOWAIT)  # it has ended, and stays
command = ["ps", "-o", "stat,args", "-p", str(pid)]
shown = subprocess.run(command, capture_output=True, text=True, check=True).stdout
with open(f"/proc/{pid}/status") as status:
    state = next(line for line in status if line.startswith("State"))
print(shown.strip(), state.strip(), sep="\n")
os.waitpid(pid, 0)
assert "<defunct>" in shown and "zombie" in state
