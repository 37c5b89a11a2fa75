# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "recipe"
# platform = "linux"
# ///
"""One call has a process and all its descendants write where each thread stands."""

import contextlib
import faulthandler
import multiprocessing
import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path


def dump_all_stacks(pid, signum=signal.SIGUSR1):
    """Signal a process and its descendants, if each has registered faulthandler."""
    pids = [pid]
    for one in pids:  # it grows meanwhile
        for task in Path(f"/proc/{one}/task").glob("*/children"):
            with contextlib.suppress(FileNotFoundError, ProcessLookupError):
                pids += map(int, task.read_text().split())  # the point
    for one in pids:
        with contextlib.suppress(FileNotFoundError, ProcessLookupError):  # it has ended
            _, status = Path(f"/proc/{one}/status").read_text().split("SigCgt:")
            if int(status.split()[0], 16) >> (signum - 1) & 1:  # or it would end
                os.kill(one, signum)  # the point


def prepare():
    faulthandler.register(signal.SIGUSR1, open(f"{os.getpid()}", "a"))  # noqa: SIM115


def fill(queue):
    prepare()
    queue.put(bytes(1_000_000))  # and nobody reads it


def never_ends():
    prepare()
    fork = multiprocessing.get_context("fork")
    worker = fork.Process(target=fill, args=(fork.Queue(),))
    worker.start()
    worker.join()


if __name__ == "__main__" and len(sys.argv) > 1:
    never_ends()
elif __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, os.path.abspath(__file__), "hang"]
        hung = subprocess.Popen(command, cwd=folder, start_new_session=True)
        texts = []
        while not ("in never_ends" in str(texts) and "_finalize_join" in str(texts)):
            dump_all_stacks(hung.pid)  # nothing, until they have registered
            time.sleep(0.1)
            texts = [file.read_text() for file in Path(folder).iterdir()]
        os.killpg(hung.pid, signal.SIGKILL)
        hung.wait()
    print(*sorted({x for x in "".join(texts).splitlines() if "join" in x}), sep="\n")
    assert len(texts) == 2
