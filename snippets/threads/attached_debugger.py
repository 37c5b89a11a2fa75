# /// script
# requires-python = ">=3.14"
# dependencies = []
# [tool.proof]
# platform = "linux"
# ///
"""python -m pdb -p shows where a program stands that has prepared nothing for it."""

import subprocess
import sys

PROGRAM = """
import time
def poll_for_ever():
    while True:
        time.sleep(0.05)
print("started", flush=True)
poll_for_ever()
"""

if __name__ == "__main__":
    command = [sys.executable, "-c", PROGRAM]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as server:
        server.stdout.readline()
        debugger = subprocess.run(  # the point
            [sys.executable, "-m", "pdb", "-p", str(server.pid)],
            input="where\nquit\n",  # what you would type
            capture_output=True,
            text=True,
            timeout=20,
        )
        goes_on = server.poll() is None
        server.kill()
    print(debugger.stdout, debugger.stderr)
    print("the server goes on:", goes_on)
    assert "poll_for_ever()" in debugger.stdout
    assert goes_on
