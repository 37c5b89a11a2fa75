# /// script
# [tool.proof]
# kind = "symptom"
# platform = "linux"
# ///
"""A program that hangs says where, when it is interrupted or its time has come."""

import signal
import sys
import time
from pathlib import Path
from subprocess import PIPE, Popen

HEAD = "import faulthandler, os, sys, threading, time\n"
SOON = "faulthandler.dump_traceback_later(0.2, exit=True)\n"
READY = "print('ready', flush=True)\n"
CASES = {
    "interrupted in join": "thread = threading.Thread(target=time.sleep, args=[60])\n"
    f"thread.daemon = True\nthread.start()\n{READY}thread.join()",
    "interrupted in queue.get": f"import queue\n{READY}queue.Queue().get()",
    "watched by faulthandler": f"{SOON}threading.Lock().acquire() and {READY}"
    "lock = threading.Lock(); lock.acquire(); lock.acquire()",
}


def main() -> None:
    for name, code in CASES.items():
        command = [sys.executable, "-c", HEAD + code]
        with Popen(command, stdout=PIPE, stderr=PIPE, text=True) as child:
            child.stdout.readline()
            if "interrupted" in name:
                while state(child.pid) != "S":  # it waits, and so can be interrupted
                    time.sleep(0.01)
                child.send_signal(signal.SIGINT)
            _, said = child.communicate()
        print(f"{name} ({child.returncode}):", *said.splitlines(), sep="\n  ")
        assert child.returncode == (-signal.SIGINT if "interrupted" in name else 1)


def state(pid: int) -> str:
    """Return the letter of a process's main thread."""
    return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]


if __name__ == "__main__":
    main()
