# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# expect = "hang"
# limit = 1
# wrong = "hangs"
# ///
"""An exit handler cannot stop a plain thread: it is called when that has ended."""

import atexit
import threading


def work():
    while not stop.wait(timeout=0.1):
        pass


stop = threading.Event()
atexit.register(stop.set)  # wrong: the exit waits for the thread first
threading.Thread(target=work, name="worker").start()
print("main's last line", flush=True)
