# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# kind = "plain"
# ///
"""A handler that calls sys.exit lets finally blocks run when SIGTERM comes."""

import os
import signal
import sys
import time


def stop(number, frame):
    print("got", signal.Signals(number).name)
    sys.exit(0)


signal.signal(signal.SIGTERM, stop)
pid = os.fork()
if pid == 0:  # as kill or a service manager would
    os.kill(os.getppid(), signal.SIGTERM)
    os._exit(0)

try:
    time.sleep(60)
finally:
    os.waitpid(pid, 0)
    print("cleaned up")
    assert sys.exc_info()[0] is SystemExit
