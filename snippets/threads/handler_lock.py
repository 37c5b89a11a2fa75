# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# expect = "hang"
# limit = 1
# wrong = "deadlocks"
# ///
"""A handler that takes a lock which main holds waits for ever, and main with it."""

import signal
import threading


def handler(signum, frame):
    print("handler: I need the lock", flush=True)
    with lock:  # wrong: main cannot release it before the handler has returned
        print("handler: I have it", flush=True)


lock = threading.Lock()
signal.signal(signal.SIGUSR1, handler)
with lock:
    print("main:    I hold the lock, and a signal comes", flush=True)
    signal.raise_signal(signal.SIGUSR1)
raise SystemExit("the handler got the lock")
