"""Stop the worker.

The worker goes on for ever. Change `work`, so that it ends soon after `stop` has
been set, and appends "tidied up" to `log` before it ends.
"""

import sys
import threading
import time

stop = threading.Event()
log = []


def work():
    while not stop.is_set():
        time.sleep(0.01)
    log.append("tidied up")


# The check: leave it as it is.
if __name__ == "__main__":
    worker = threading.Thread(target=work, daemon=True)
    worker.start()
    worker.join(timeout=0.1)
    if not worker.is_alive():
        sys.exit("Not yet: the worker ended before anybody had set stop.")
    stop.set()
    worker.join(timeout=1)
    if worker.is_alive():
        sys.exit(
            "Not yet: stop is set, and the worker goes on. Let it ask stop.is_set() in "
            "each round of its loop."
        )
    if log != ["tidied up"]:
        sys.exit(f"Not yet: the worker has ended, and the log is {log}.")
    print("Solved: the worker has tidied up and ended.")
