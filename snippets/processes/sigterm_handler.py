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
import threading
import time


def stop(number, frame):
    print("got", signal.Signals(number).name)
    sys.exit(0)


signal.signal(signal.SIGTERM, stop)
try:
    threading.Timer(0.2, os.kill, (os.getpid(), signal.SIGTERM)).start()  # as kill does
    while True:
        time.sleep(0.05)  # the work
finally:
    print("cleaned up")
    assert sys.exc_info()[0] is SystemExit
