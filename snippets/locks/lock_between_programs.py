# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "recipe"
# platform = "linux"
# ///
"""A lock file keeps processes and threads out, who wait for it up to a time limit."""

import contextlib
import fcntl
import multiprocessing
import tempfile
import threading
import time


@contextlib.contextmanager
def file_lock(path, limit):
    """Hold the lock on the file `path`; raise TimeoutError after `limit` seconds."""
    end = time.monotonic() + limit
    with open(path, "a") as file:
        while True:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)  # the point
                break
            except BlockingIOError:
                if time.monotonic() >= end:
                    raise TimeoutError(f"{path} is locked") from None
                time.sleep(0.01)
        yield


def hold(path, told):
    with file_lock(path, limit=5):
        told.send("held")
        told.recv()  # for ever


def ask(limit=0.1):
    """Tell whether the lock can be had within the limit, in seconds."""
    try:
        with file_lock(file.name, limit):
            answers.append("free")
    except TimeoutError:
        answers.append("TimeoutError")


if __name__ == "__main__":
    answers = []
    here, there = multiprocessing.Pipe()
    with tempfile.NamedTemporaryFile() as file:
        child = multiprocessing.Process(target=hold, args=(file.name, there))
        child.start()
        here.recv()
        ask()
        child.kill()
        child.join()
        ask(limit=5)
        with file_lock(file.name, limit=5):
            (thread := threading.Thread(target=ask)).start()
            thread.join()
        ask()
    names = "child holds it", "child is killed", "a thread holds it", "nobody does"
    for name, answer in zip(names, answers, strict=True):
        print(f"{name + ':':18} {answer}")
    assert answers == ["TimeoutError", "free"] * 2
