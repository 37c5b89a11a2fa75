"""put returns before the item is pickled: the queue's feeder thread does that later."""

import multiprocessing
import queue
import threading
import time


class Parcel:
    """An object that is pickled only once main allows it."""

    allowed = threading.Event()

    def __reduce__(self):
        pickled_by.append(threading.current_thread())
        self.allowed.wait()
        return (str, ("parcel",))


if __name__ == "__main__":
    pickled_by = []
    items = multiprocessing.Queue()
    assert threading.active_count() == 1
    items.put(Parcel())
    assert threading.active_count() == 2
    print("put has returned; empty() is", items.empty())
    assert items.empty()
    try:
        items.get_nowait()
    except queue.Empty:
        print("get_nowait finds nothing: queue.Empty")
    else:
        raise AssertionError("there was an item")
    time.sleep(0.1)  # long enough to be seen in the picture

    Parcel.allowed.set()
    got = items.get()
    print("the feeder thread may pickle now, and get returns:", got)
    assert got == "parcel"
    thread = pickled_by[0]
    print("pickled by", thread.name, "which is a daemon:", thread.daemon)
    assert pickled_by == [thread]
    assert thread is not threading.main_thread()
    assert thread.name == "QueueFeederThread" and thread.daemon
