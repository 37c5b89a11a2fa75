"""A copy that nobody changes is sent as it was put."""

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
    items.put(order.copy())  # right: nobody else has this list
    order.append("milk")
    changed.set()

    assert items.get() == "parcel"
    received = items.get()
    print("put:      ['tea']")
    print("received:", received)
    assert received == ["tea"], "not what was put"
