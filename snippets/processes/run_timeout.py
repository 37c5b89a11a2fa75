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

for name in ("run", "call", "check_call", "check_output"):
    try:
        getattr(subprocess, name)(command, timeout=0.1)
    except subprocess.TimeoutExpired:
        print(f"{name}: time is up; then a wait for any child:", end=" ")
    else:
        raise AssertionError("it did not wait for the child")
    try:
        os.waitpid(-1, os.WNOHANG)
    except ChildProcessError as error:
        print(error.strerror)
    else:
        raise AssertionError("the child was left alone")
