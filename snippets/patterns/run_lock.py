# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# ///
"""A lock on a file keeps a second run of a program out, and is free after any end."""

import contextlib
import fcntl
import subprocess
import sys
import tempfile


def program():
    with open("run.lock", "w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print("skipped: still running", flush=True)
            return
        print("at work", flush=True)
        sys.stdin.read()  # the work, until main closes the pipe


def start():
    command = [sys.executable, __file__, "program"]
    pipe = subprocess.PIPE
    run = subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True)
    answer = run.stdout.readline().strip()
    return run, answer


def end(run):
    run.communicate()
    return run.returncode


if __name__ == "__main__":
    if sys.argv[1:] == ["program"]:
        program()
    else:
        with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
            first, answer = start()
            print("first run: ", answer)
            assert answer == "at work"
            second, answer = start()
            print("second run:", answer)
            assert answer.startswith("skipped")
            assert end(second) == 0
            first.kill()
            exit_code = end(first)
            print("first run:  killed, exit code", exit_code)
            assert exit_code < 0
            third, answer = start()
            print("third run: ", answer)
            assert answer == "at work"
            assert end(third) == 0
