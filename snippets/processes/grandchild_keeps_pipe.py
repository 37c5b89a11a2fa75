# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# kind = "symptom"
# ///
"""communicate() goes on after kill() while a grandchild has the pipe open."""

import os
import signal
import subprocess

child = subprocess.Popen(
    "sleep 60 & echo started; wait",
    shell=True,
    stdout=subprocess.PIPE,
    text=True,
    start_new_session=True,
)
try:
    child.communicate(timeout=0.3)
except subprocess.TimeoutExpired as error:
    print(error)

child.kill()
print("killed, exit code", child.wait())
try:
    child.communicate(timeout=0.3)
except subprocess.TimeoutExpired:
    print("communicate() still waits: sleep has the pipe open")
else:
    raise AssertionError("nobody had the pipe open")

os.killpg(child.pid, signal.SIGKILL)
output, _ = child.communicate(timeout=20)
print(f"after killpg() it returns {output!r}")
assert output == "started\n" and child.returncode == -signal.SIGKILL
