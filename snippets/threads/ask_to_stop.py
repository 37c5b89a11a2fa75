# /// script
# [tool.proof]
# kind = "plain"
# ///
"""A thread that asks an Event in each round ends after it has been set."""

import threading
import time


def work():
    while not stop.is_set():
        print("working")
        time.sleep(0.1)
    print("asked to stop")


stop = threading.Event()
worker = threading.Thread(target=work)
worker.start()
time.sleep(0.35)
stop.set()
worker.join()
print("main: the worker is alive:", worker.is_alive())
assert not worker.is_alive()
