# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# expect = 1
# stderr = "AssertionError: made twice"
# wrong = "races"
# ///
"""A lock taken after the only check lets two threads both make the shared object."""

import sys
import threading

sys.tracebacklimit = 0  # the last line of the traceback is enough
lock = threading.Lock()
both_have_checked = threading.Barrier(2)
connection = None
made = []


def get_connection():
    global connection
    if connection is None:
        both_have_checked.wait()
        with lock:
            if True:  # wrong: does not look again, now that it has the lock
                made.append(threading.current_thread().name)
                connection = object()
    return connection


if __name__ == "__main__":
    threads = [threading.Thread(target=get_connection, name=name) for name in "AB"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    print("made by", *sorted(made))
    assert len(made) == 1, "made twice"
