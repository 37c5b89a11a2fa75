# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# expect = 1
# stderr = "AssertionError: not what was put"
# wrong = "races"
# ///
"""An object that is changed after put is sent as it is when its turn comes."""

import multiprocessing
import sys
import threading

sys.tracebacklimit = 0  # the last line of the traceback is enough
changed = threading.Event()


class Parcel:
    """An object that is pickled only once main has changed the order."""

    def __reduce__(self):
        changed.wait()
        return (str, ("parcel",))


if __name__ == "__main__":
    items = multiprocessing.Queue()
    order = ["tea"]
    items.put(Parcel())
    items.put(order)  # wrong: the queue keeps main's own list until it is pickled
    order.append("milk")
    changed.set()

    assert items.get() == "parcel"
    received = items.get()
    print("put:      ['tea']")
    print("received:", received)
    assert received == ["tea"], "not what was put"
