# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# ///
"""At its timeout run() kills the child; wait() and communicate() leave it alone."""

import os
import subprocess

command = ["sleep", "60"]

child = subprocess.Popen(command, stdout=subprocess.PIPE)
for method in (child.wait, child.communicate):
    try:
        method(timeout=0.1)
    except subprocess.TimeoutExpired:
        print(f"{method.__name__}: time is up, return code {child.poll()}")
        assert child.poll() is None
    else:
        raise AssertionError("it did not wait for the child")
child.kill()
child.communicate()
print("killed by main: return code", child.returncode)
assert child.returncode == -9

try:
    subprocess.run(command, stdout=subprocess.PIPE, timeout=0.1)
except subprocess.TimeoutExpired as error:
    print("run: time is up for", error.cmd)
else:
    raise AssertionError("it did not wait for the child")
try:
    os.waitpid(-1, os.WNOHANG)
except ChildProcessError as error:
    print("a wait for any child:", error.strerror)
else:
    raise AssertionError("the child was left alone")
