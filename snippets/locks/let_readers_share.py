# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "recipe"
# ///
"""Readers share this lock, a writer has it alone, and is next if he waits alone."""

import contextlib
import threading
import time
from concurrent.futures import ThreadPoolExecutor


class ReadWriteLock:
    """Many threads in `with lock.reading():`, or one in `with lock.writing():`."""

    def __init__(self):
        self._turn, self._changed = threading.Lock(), threading.Condition()
        self._readers = 0

    @contextlib.contextmanager
    def reading(self):
        with self._turn, self._changed:
            self._readers += 1
        try:
            yield
        finally:
            with self._changed:
                self._readers -= 1
                self._changed.notify_all()

    @contextlib.contextmanager
    def writing(self):
        with self._turn, self._changed:  # both stay taken until the writer has left
            self._changed.wait_for(lambda: not self._readers)  # the point
            yield


lock, leave, steps = ReadWriteLock(), threading.Event(), []


def read(name):
    with lock.reading():
        leave.wait()
        steps.append(name)


def write():
    with lock.writing():
        steps.append("writer")
        raise ZeroDivisionError  # which goes into the future


with ThreadPoolExecutor(4) as pool:
    pool.map(read, ["reader", "reader"])
    while lock._readers < 2:  # until both are inside
        time.sleep(0.001)
    writer = pool.submit(write)
    while not (writer.done() or lock._turn.locked()):
        time.sleep(0.001)
    pool.submit(read, "late reader")
    time.sleep(0.1)  # the late reader would come in now, if he could
    leave.set()
print(*steps, sep=", ")
assert steps == ["reader", "reader", "writer", "late reader"]
