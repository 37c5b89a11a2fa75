# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# args = [["daemon"], ["plain"]]
# ///
"""The program waits for a plain thread and cuts a daemon thread off where it is."""

import subprocess
import sys
import threading
import time


def work(begun, seconds):
    try:
        print("thread: first line", flush=True)
        begun.set()
        time.sleep(seconds)
        print("thread: last line")
    finally:
        print("thread: finally")


def program(kind):
    begun = threading.Event()
    daemon = kind == "daemon"
    seconds = 60 if daemon else 0.2
    threading.Thread(target=work, args=(begun, seconds), daemon=daemon).start()
    begun.wait()
    print("main:   last line", flush=True)


if __name__ == "__main__":
    if sys.argv[1] == "program":
        program(sys.argv[2])
    else:
        command = [sys.executable, __file__, "program", sys.argv[1]]
        run = subprocess.run(command, stdout=subprocess.PIPE, text=True)
        print(run.stdout, end="")
        lines = ["thread: first line", "main:   last line"]
        if sys.argv[1] == "plain":
            lines += ["thread: last line", "thread: finally"]
        assert run.returncode == 0
        assert not hasattr(threading.Thread, "terminate")
        assert run.stdout.splitlines() == lines
