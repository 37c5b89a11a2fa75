# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "recipe"
# platform = "linux"
# ///
"""Processes that take turns by a locked file keep one rate, also if one is killed."""

import fcntl
import itertools
import multiprocessing
import os
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
    """Tell whether somebody waits in his turn."""
    with open("turns", "ab") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
        return False


if __name__ == "__main__":
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
    print(*(f"{name}: {(turn - turns[0][0]) // 10**6} ms" for turn, name in turns))
    for (earlier, _), (later, _) in itertools.pairwise(turns):
        assert later - earlier >= 20_000_000
    for process in (killed, *callers):
        process.join()
    assert len({name for _, name in turns}) == 3 and killed.exitcode < 0
