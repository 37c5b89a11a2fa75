"""After main's end a thread may start a Timer but on 3.12.0-3.12.2; a finaliser not."""

import subprocess
import sys

SUCCESSOR = """
import threading
def tick():
    threading.main_thread().join()  # main's last line is over
    threading.Timer(0.01, print, args=["the successor has run"]).start()
threading.Timer(0, tick).start()
"""
FINALISER = """
import threading
class Last:
    def __del__(self, start=threading.Thread(target=print).start):
        start()
last = Last()
"""


def last_line(program):
    """Return the last line that a program prints, to either stream."""
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=20
    )
    return (run.stderr or run.stdout).splitlines()[-1]


if __name__ == "__main__":
    successor = last_line(SUCCESSOR)
    print("a Timer starts the next one:", successor, sep="\n  ")
    if (3, 12) <= sys.version_info < (3, 12, 3):
        assert successor.endswith("can't create new thread at interpreter shutdown")
    else:
        assert successor == "the successor has run"
    if sys.version_info >= (3, 12):  # before, it may start, and hang
        finaliser = last_line(FINALISER)
        print("a finaliser starts a thread:", finaliser, sep="\n  ")
        assert finaliser.endswith("can't create new thread at interpreter shutdown")
