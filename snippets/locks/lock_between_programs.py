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
        try:
            yield
        finally:  # to close it is not enough: a forked child has the open file, too
            fcntl.flock(file, fcntl.LOCK_UN)  # the point


def hold(path, told):
    with file_lock(path, limit=5):
        told.set()
        time.sleep(60)


def ask(when, limit=0.1):
    try:
        with file_lock(file.name, limit):
            answers.append("free")
    except TimeoutError:
        answers.append("TimeoutError")
    print(f"{when:22} {answers[-1]}")


if __name__ == "__main__":
    answers, fork = [], multiprocessing.get_context("fork")
    with tempfile.NamedTemporaryFile() as file:
        child = fork.Process(target=hold, args=(file.name, told := fork.Event()))
        child.start()
        told.wait()
        ask("child has it:")
        child.kill()
        child.join()
        ask("child is killed:", limit=5)
        with file_lock(file.name, limit=5):
            (thread := threading.Thread(target=ask, args=["a thread has it:"])).start()
            thread.join()
            fork.Process(target=time.sleep, args=(60,), daemon=True).start()
        ask("left, a child forked:")
    assert answers == ["TimeoutError", "free"] * 2
