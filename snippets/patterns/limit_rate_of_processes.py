# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "recipe"
# platform = "linux"
# ///
"""Processes that take turns by a locked file keep one rate, also if one is killed."""

import fcntl
import multiprocessing
import os
import tempfile
import threading
import time


def wait_for_turn(path, gap):
    """Wait until gap seconds after the last turn of anybody; return the time in ns."""
    file = os.open(path, os.O_RDWR | os.O_CREAT)
    try:
        fcntl.flock(file, fcntl.LOCK_EX)  # the point
        last = int.from_bytes(os.pread(file, 8, 0), "little")
        if last > time.monotonic_ns():  # of a time before the machine was started
            last = 0
        while (now := time.monotonic_ns()) < last + gap * 1e9:
            time.sleep((last + gap * 1e9 - now) / 1e9)
        os.pwrite(file, now.to_bytes(8, "little"), 0)
        return now
    finally:
        os.close(file)  # which frees the lock


def call(name, passed):
    for _ in range(4):
        passed.put((wait_for_turn("turns", gap=0.02), name))


def held():
    with open("turns", "ab") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
        return False


if __name__ == "__main__":
    os.chdir((folder := tempfile.TemporaryDirectory()).name)
    passed = multiprocessing.SimpleQueue()
    callers = [multiprocessing.Process(target=call, args=[n, passed]) for n in "ab"]
    callers.append(threading.Thread(target=call, args=["c", passed]))
    wait_for_turn("turns", gap=0)
    killed = multiprocessing.Process(target=wait_for_turn, args=["turns", 60])
    killed.start()
    while not held():
        time.sleep(0.01)
    killed.kill()
    for caller in callers:
        caller.start()
    turns = sorted(passed.get() for _ in range(12))
    print("ms:", *(name + str((turn - turns[0][0]) // 10**6) for turn, name in turns))
    assert all(turns[i][0] - turns[i - 1][0] >= 20_000_000 for i in range(1, 12))
    for process in (killed, *callers):
        process.join()
    assert len({name for _, name in turns}) == 3 and killed.exitcode < 0
