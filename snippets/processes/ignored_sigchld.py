# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# args = [["fork"], ["spawn"], ["forkserver"]]
# ///
"""With SIGCHLD ignored no zombie stays, and fork and spawn lose the exit code."""

import multiprocessing
import signal
import sys
import time
from pathlib import Path

if __name__ == "__main__":
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    method = sys.argv[1]
    child = multiprocessing.get_context(method).Process(target=sys.exit, args=(7,))
    child.start()
    child.join()
    while Path(f"/proc/{child.pid}").exists():
        time.sleep(0.001)
    print("nobody has waited, and the child is gone")

    print("exitcode:  ", child.exitcode)
    print("is_alive():", child.is_alive())
    if method == "forkserver":
        assert (child.exitcode, child.is_alive()) == (7, False)
    else:
        assert (child.exitcode, child.is_alive()) == (None, True)
