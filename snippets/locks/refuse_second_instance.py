# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "recipe"
# platform = "linux"
# ///
"""One instance at a time: the next is told its pid, and a killed one frees the lock."""

import contextlib
import fcntl
import os
import subprocess
import sys
import tempfile


@contextlib.contextmanager
def single_instance(path):
    """Be the only holder of the lock file `path`, or exit."""
    with open(path, "a+") as file:  # which keeps what is in it
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)  # the point
        except BlockingIOError:
            file.seek(0)
            raise SystemExit(f"runs already, pid {file.read()}") from None
        file.truncate(0)
        file.write(str(os.getpid()))
        file.flush()
        yield


def program(path):
    with single_instance(path):
        print("at work", flush=True)
        sys.stdin.read()  # the work, until main closes the pipe


def start(path):
    command = [sys.executable, __file__, path]
    pipe, out = subprocess.PIPE, subprocess.STDOUT
    run = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=out, text=True)
    runs.append(run)
    print(f"run {len(runs)}:", answer := run.stdout.readline().strip())
    return answer, run


if sys.argv[1:]:
    program(sys.argv[1])
else:
    runs = []
    with tempfile.NamedTemporaryFile("r") as file:
        assert start(file.name)[0] == "at work"
        assert start(file.name)[0] == f"runs already, pid {runs[0].pid}"
        runs[0].kill()
        runs[0].communicate()
        print(
            "run 1 is killed; its pid is in the file:", file.read() == str(runs[0].pid)
        )
        assert start(file.name)[0] == "at work"
        file.seek(0)
        assert file.read() == str(runs[2].pid)
        for run in runs[1:]:
            run.communicate()
