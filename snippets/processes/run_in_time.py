# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# kind = "recipe"
# ///
"""At its time limit, or at Ctrl-C, a command is killed with all that it has started."""

import contextlib
import os
import signal
import subprocess
import tempfile
import threading
import time
from pathlib import Path


def run_in_time(command, seconds):
    """Return a command's exit code and output; kill its group after so many seconds."""
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "text": True}
    with subprocess.Popen(command, start_new_session=True, **pipes) as child:
        try:
            output, _ = child.communicate(timeout=seconds)
        except BaseException:  # TimeoutExpired, or Ctrl-C meanwhile
            with contextlib.suppress(ProcessLookupError):
                os.killpg(child.pid, signal.SIGKILL)  # the point
            raise
    return child.returncode, output


def interrupt(pid_file):
    """Return when main, as soon as it waits for its command, has got Ctrl-C."""
    stat, asleep = Path(f"/proc/self/task/{os.getpid()}/stat"), 0
    while asleep < 10:
        asleep = asleep + 1 if pid_file.exists() and ") S" in stat.read_text() else 0
        time.sleep(0.005)
    signal.pthread_kill(threading.main_thread().ident, signal.SIGINT)


if __name__ == "__main__":
    print("in time:", done := run_in_time(["sh", "-c", "echo soup; exit 3"], 20))
    assert done == (3, "soup\n")

    signal.signal(signal.SIGINT, signal.default_int_handler)
    for seconds, wanted in ((1, subprocess.TimeoutExpired), (60, KeyboardInterrupt)):
        with tempfile.TemporaryDirectory() as folder:
            pid_file = Path(folder, "pid")
            if wanted is KeyboardInterrupt:
                threading.Thread(target=interrupt, args=(pid_file,)).start()
            try:
                run_in_time(
                    ["sh", "-c", f"sleep 60 & echo $! > {pid_file}; wait"], seconds
                )
            except wanted as error:
                print("ended early:", type(error).__name__)
            status = Path("/proc", pid_file.read_text().strip(), "status")
            with contextlib.suppress(FileNotFoundError, ProcessLookupError):
                while "zombie" not in status.read_text():
                    time.sleep(0.01)
            print("  and sleep, which its shell had started, as well")
