# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# kind = "plain"
# ///
"""subprocess.run gives the output and the exit code of a command."""

import subprocess

done = subprocess.run(["ls", "/"], capture_output=True, text=True)
print("exit code:", done.returncode)
print("lines of output:", len(done.stdout.splitlines()))

done = subprocess.run(["ls", "/nowhere"], capture_output=True, text=True)
print("exit code:", done.returncode)
print("standard error:", done.stderr.strip())
assert done.returncode != 0 and "/nowhere" in done.stderr
