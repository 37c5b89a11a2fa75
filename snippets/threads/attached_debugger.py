# /// script
# requires-python = ">=3.14"
# dependencies = []
# [tool.proof]
# platform = "linux"
# ///
"""python -m pdb -p shows where a program stands that has prepared nothing for it."""

import subprocess
import sys
import time


def poll_for_ever():
    while True:
        time.sleep(0.05)


if __name__ == "__main__" and len(sys.argv) > 1:
    print("started", flush=True)
    poll_for_ever()
elif __name__ == "__main__":
    command = [sys.executable, __file__, "server"]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as server:
        server.stdout.readline()
        debugger = subprocess.run(
            [sys.executable, "-m", "pdb", "-p", str(server.pid)],  # the point
            input="where\nquit\n",  # what you would type
            capture_output=True,
            text=True,
            timeout=20,
        )
        goes_on = server.poll() is None
        server.kill()
    print(debugger.stdout)
    print("the server goes on:", goes_on)
    assert "poll_for_ever()" in debugger.stdout, debugger.stderr
    assert goes_on
