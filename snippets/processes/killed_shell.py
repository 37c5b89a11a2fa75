# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# ///
"""With shell=True, kill() ends the shell alone, and killpg() all of its group."""

import os
import select
import shlex
import signal
import subprocess
import sys
import time

CODE = "import os, time; print(os.getpid(), flush=True); time.sleep(60)"
command = shlex.join([sys.executable, "-c", CODE]) + "; true"


def start_shell():
    shell = subprocess.Popen(
        command, shell=True, stdout=subprocess.PIPE, start_new_session=True
    )
    return shell, int(shell.stdout.readline())


def has_ended(shell, limit):
    """The pipe is at its end when nobody has it open for writing any more."""
    return bool(select.select([shell.stdout], [], [], limit)[0])


shell, worker = start_shell()
assert os.getpgid(worker) == os.getsid(worker) == shell.pid != worker
shell.kill()
shell.wait()
print("shell.kill():  the shell's return code is", shell.returncode)
assert shell.returncode == -signal.SIGKILL
assert not has_ended(shell, 0.2)
os.kill(worker, 0)  # no ProcessLookupError: it is there
print("               the command that it ran is still running")

os.killpg(shell.pid, signal.SIGTERM)
assert has_ended(shell, None)
print("killpg():      the command has ended, too")
shell.stdout.close()

shell, worker = start_shell()
time.sleep(0.1)  # long enough to be seen in the picture
os.killpg(shell.pid, signal.SIGTERM)
shell.wait()
assert has_ended(shell, None)
print("killpg() once: both have ended; return code", shell.returncode)
assert shell.returncode == -signal.SIGTERM
shell.stdout.close()
