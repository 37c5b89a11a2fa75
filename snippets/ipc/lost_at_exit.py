"""A process that ends waits for its feeder thread, unless told not to, or cut off."""

import multiprocessing
import os
import time


class Parcel:
    """An object that takes its time to pickle."""

    def __init__(self, seconds):
        self.seconds = seconds

    def __reduce__(self):
        time.sleep(self.seconds)
        return (str, ("arrives",))


def send(items, ending):
    # Where the exit is not to wait, a wait would be long: this program would not end.
    items.put(Parcel(0.3 if ending == "return" else 60))
    if ending == "cancel_join_thread":
        items.cancel_join_thread()
    elif ending == "os._exit":
        os._exit(0)


if __name__ == "__main__":
    for ending in ("return", "cancel_join_thread", "os._exit"):
        items = multiprocessing.Queue()
        child = multiprocessing.Process(target=send, args=[items, ending])
        child.start()
        child.join()
        item = "is lost" if items.empty() else items.get()
        print(f"{ending:18} exit code {child.exitcode}, the item {item}")
        assert child.exitcode == 0
        assert (item == "arrives") == (ending == "return")
