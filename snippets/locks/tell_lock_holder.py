# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "recipe"
# ///
"""Whoever waits too long for this lock is told which thread has it since which line."""

import sys
import threading


class TimedLock:
    """A lock for `with`: TimeoutError after `limit` seconds names its holder."""

    def __init__(self, limit):
        self.limit, self.holder = limit, "nobody now"
        self._lock = threading.Lock()

    def __enter__(self):
        if not self._lock.acquire(timeout=self.limit):
            raise TimeoutError(f"no lock within {self.limit} s: held by {self.holder}")
        caller = sys._getframe(1)
        name = threading.current_thread().name
        function = f"{caller.f_globals['__name__']}.{caller.f_code.co_qualname}"
        self.holder = f"{name} since {function}, line {caller.f_lineno}"  # the point
        return self

    def __exit__(self, *error):
        self.holder = "nobody now"
        self._lock.release()


lock = TimedLock(limit=0.2)
has_it, go_on = threading.Event(), threading.Event()


def backup():
    with lock:
        has_it.set()
        go_on.wait()
        raise_in_section()


def raise_in_section():
    sys.exit()  # which only ends this thread


if __name__ == "__main__":
    thread = threading.Thread(target=backup, name="backup thread")
    thread.start()
    has_it.wait()
    try:
        with lock:
            raise AssertionError("two holders")
    except TimeoutError as error:
        print("main:", error)
        told = str(error)
    go_on.set()
    thread.join()
    with lock:
        print("main, when the other has raised:", lock.holder)
    assert "backup thread since __main__.backup, line" in told
