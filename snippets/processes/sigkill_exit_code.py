# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# kind = "symptom"
# ///
"""Exit code 137 of a shell is -9 in Python: SIGKILL ended the command."""

import multiprocessing
import os
import signal
import subprocess

KILLED = "kill -9 $$"  # as the kernel does to the biggest one when memory is over


def killed():
    os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    shell = subprocess.run(
        ["sh", "-c", f"sh -c '{KILLED}'; echo $?"], capture_output=True
    )
    print("a shell says:           ", shell.stdout.decode().strip())
    print("subprocess says:        ", subprocess.run(KILLED, shell=True).returncode)
    child = multiprocessing.get_context("fork").Process(target=killed)
    child.start()
    child.join()
    print("multiprocessing says:   ", child.exitcode)
    assert shell.stdout == b"137\n" and child.exitcode == -9
    assert 128 + signal.SIGKILL == 137
