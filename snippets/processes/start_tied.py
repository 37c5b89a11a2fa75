# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# kind = "recipe"
# ///
"""A command can be killed by the kernel when the program that started it ends."""

import os
import signal
import subprocess
import sys


def start_tied(command, **options):
    """Start a command, a list of words, that is killed when the calling thread ends."""
    code = """
import ctypes, os, signal, sys
for number in (signal.SIGPIPE, signal.SIGXFSZ):  # which Python ignores
    signal.signal(number, signal.SIG_DFL)
ctypes.CDLL(None).prctl(1, 9, 0, 0, 0)  # PR_SET_PDEATHSIG, SIGKILL
if os.getppid() == int(sys.argv[1]):  # the parent may have ended before
    os.execvp(sys.argv[2], sys.argv[2:])
"""
    tie = [sys.executable, "-I", "-S", "-c", code, str(os.getpid())]
    command = [*tie, *command]  # the point
    return subprocess.Popen(command, **options)


def program(ending):
    child = start_tied(["sh", "-c", "echo $$; exec sleep 60"], stdout=writer)
    assert int(os.read(reader, 20)) == child.pid  # the command has begun
    os.close(reader)
    os.write(told, b"ready")
    if ending == "an exception":
        raise ValueError
    if ending == "os._exit()":
        os._exit(0)
    if ending in ("SIGTERM", "SIGKILL"):
        os.kill(os.getpid(), signal.Signals[ending])


for ending in ("its last line", "an exception", "os._exit()", "SIGTERM", "SIGKILL"):
    reader, writer = os.pipe()
    tells, told = os.pipe()
    if (pid := os.fork()) == 0:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
        program(ending)
        sys.exit(0)
    os.close(writer)
    os.close(told)
    assert os.read(tells, 5) == b"ready"
    os.waitpid(pid, 0)
    assert os.read(reader, 1) == b""  # at its end: the command has gone, too
    print("program ended by", ending + ", its command as well")
    os.close(reader)
    os.close(tells)

with start_tied(["yes"], stdout=subprocess.PIPE) as child:
    child.stdout.close()
print("without a reader yes ends by", signal.Signals(-child.returncode).name)
assert child.returncode == -signal.SIGPIPE
with start_tied(["nosuch"], stderr=subprocess.PIPE) as child:
    assert b"FileNotFoundError: " in child.stderr.read()
assert child.returncode == 1
