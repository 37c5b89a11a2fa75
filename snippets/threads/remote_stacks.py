# /// script
# requires-python = ">=3.14"
# dependencies = []
# [tool.proof]
# platform = "linux"
# ///
"""A script sent to a blocked main runs when a signal wakes it, and shows all stacks."""

import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PROGRAM = """
import signal, threading
signal.signal(signal.SIGINT, signal.default_int_handler)
lock = threading.Lock()
def hold():
    with lock:
        print("started", flush=True)
        threading.Event().wait()
threading.Thread(target=hold, daemon=True).start()
while not lock.locked(): pass
def stuck():
    lock.acquire()
stuck()
"""


def asleep(pid):
    return ") S" in Path(f"/proc/{pid}/stat").read_text()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        report, script = Path(folder, "report"), Path(folder, "script.py")
        script.write_text(
            "import faulthandler, os\n"
            f"target = os.open({str(report)!r}, os.O_WRONLY | os.O_CREAT)\n"
            "faulthandler.dump_traceback(target)\n"
        )
        command = [sys.executable, "-c", PROGRAM]
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
        with subprocess.Popen(command, **pipes) as hung:
            hung.stdout.readline()
            while not all(time.sleep(0.01) or asleep(hung.pid) for _ in range(10)):
                pass
            sys.remote_exec(hung.pid, str(script))  # the point
            time.sleep(0.2)
            print("sent, and main is blocked; is there a report:", report.exists())
            assert not report.exists()
            hung.send_signal(signal.SIGINT)  # kill -INT; the price: it raises in main
            _, errors = hung.communicate(timeout=20)
        lines = report.read_text().splitlines()
    print(*lines, "", *errors.splitlines(), sep="\n")
    assert any("in hold" in line for line in lines)
    assert "in stuck" in errors and "KeyboardInterrupt" in errors
