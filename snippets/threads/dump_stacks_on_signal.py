# /// script
# [tool.proof]
# kind = "recipe"
# ///
"""A signal writes where every thread stands, though main is blocked; nothing ends."""

import faulthandler
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path


def dump_stacks_on_signal(signum, path):
    """Have each such signal append all threads' stacks to the file; call it early."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND
    file = os.open(path, flags, 0o666)  # it stays open
    faulthandler.register(signum, file=file, all_threads=True)  # the point


def hold():
    with lock:
        time.sleep(60)


def stuck():
    lock.acquire()  # for ever: the other thread has it


if __name__ == "__main__" and len(sys.argv) > 1:
    dump_stacks_on_signal(signal.SIGUSR1, sys.argv[1])
    lock = threading.Lock()
    threading.Thread(target=hold, name="holder", daemon=True).start()
    print("ready", flush=True)
    while not lock.locked():
        time.sleep(0.001)
    stuck()
elif __name__ == "__main__":
    with tempfile.NamedTemporaryFile() as file:
        report = Path(file.name)
        command = [sys.executable, __file__, file.name]
        with subprocess.Popen(command, stdout=subprocess.PIPE) as server:
            assert server.stdout.readline() == b"ready\n"
            while "in stuck" not in report.read_text() and server.poll() is None:
                os.kill(server.pid, signal.SIGUSR1)  # from a shell: kill -USR1 PID
                time.sleep(0.05)
            goes_on = server.poll() is None
            server.kill()
        lines = report.read_text().splitlines()
        shown = [line for line in lines if "threading.py" not in line]
        print(*shown[-5:], sep="\n")
        assert goes_on
        assert any(line.endswith("in hold") for line in shown)
        assert any(line.endswith("in stuck") for line in shown)
