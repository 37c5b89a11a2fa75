# /// script
# [tool.proof]
# kind = "symptom"
# limit = 20
# platform = "linux"
# ///
"""A daemon thread that holds standard output's lock when main ends is a fatal error."""

import os
import signal
import sys
from subprocess import PIPE, Popen

CODE = """
import sys, threading
def write():
    sys.stdout.buffer.write(b"x" * 10**7)  # nobody reads it
threading.Thread(target=write, daemon=True).start()
sys.stderr.write(sys.stdin.readline())
"""


def main() -> None:
    env = os.environ | {"PYTHONUNBUFFERED": ""}
    command = [sys.executable, "-c", CODE]
    with Popen(command, stdin=PIPE, stdout=PIPE, stderr=PIPE, env=env) as child:
        child.stdout.read(1)  # the thread writes, and the pipe fills
        child.stdin.write(b"main ends\n")
        child.stdin.close()
        said = child.stderr.read().decode()  # it tries to get the lock for a second
        print(said.strip(), f"exit code {child.wait()}", sep="\n")
    assert "Fatal" in said and child.returncode == -signal.SIGABRT


if __name__ == "__main__":
    main()
