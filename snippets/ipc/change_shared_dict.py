# /// script
# [tool.proof]
# kind = "recipe"
# limit = 30
# ///
"""A dictionary in a manager's server loses no change, though a client is killed."""

import multiprocessing
import operator
import os
import signal
import threading
import time
from multiprocessing.managers import BaseManager


class SharedDict:
    """A dict for a manager: whoever changes a value has it alone for one whole call.

    Register the class with a BaseManager. A function that is sent must be importable.
    """

    def __init__(self):
        self._values, self._lock = {}, threading.Lock()

    def change(self, key, function, *args, missing=None):
        """Set a value to function(value, *args), and return it."""
        with self._lock:  # the point
            value = function(self._values.get(key, missing), *args)
            self._values[key] = value
        return value

    def copy(self):
        return dict(self._values)


BaseManager.register("SharedDict", SharedDict)


def add_slowly(value, amount):
    time.sleep(0.02)  # the other client's call has come by now
    return value + amount


def sell(totals, both, dies):
    both.wait()
    for _ in range(5):
        totals.change("sold", add_slowly, 1, missing=0)
    if dies:
        os.kill(os.getpid(), signal.SIGKILL)
    totals.change("ended", operator.add, 1, missing=0)


if __name__ == "__main__":
    with BaseManager() as manager:
        totals, both = manager.SharedDict(), multiprocessing.Barrier(2)
        clients = []
        for dies in (True, False):
            arguments = [totals, both, dies]
            clients.append(multiprocessing.Process(target=sell, args=arguments))
            clients[-1].start()
        for client in clients:
            client.join()
        print("one client was killed; the totals:", totals.copy())
        assert totals.copy() == {"sold": 10, "ended": 1}
