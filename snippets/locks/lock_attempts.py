# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# limit = 30
# ///
"""A lock of threading reaches no other process; the others do, each in its ways."""

import multiprocessing
import threading


def take(lock, channel):
    """Take the lock and keep it until main has tried."""
    lock.acquire()
    channel.send("taken")
    channel.recv()
    lock.release()


def keep(lock):
    """Take the lock for good."""
    lock.acquire()


def attempt(context, kind, way):
    """Return what becomes of a lock that another process takes."""
    lock = kind(context)
    here, there = context.Pipe()
    try:
        if way == "pool":
            with context.Pool(1) as pool:
                pool.apply(keep, [lock])
            return "useless" if lock.acquire(False) else "protects"
        child = context.Process(target=take, args=[lock, there])
        child.start()
    except (TypeError, RuntimeError) as error:
        return type(error).__name__
    here.recv()
    answer = "useless" if lock.acquire(False) else "protects"
    here.send("go on")
    child.join()
    return answer


if __name__ == "__main__":
    with multiprocessing.Manager() as manager:
        kinds = {
            "threading.Lock": lambda context: threading.Lock(),
            "multiprocessing.Lock": lambda context: context.Lock(),
            "manager's Lock": lambda context: manager.Lock(),
        }
        ways = ("fork", "spawn", "forkserver", "pool")
        print(" " * 22, *(f"{way:11}" for way in ways))
        found = {}
        for name, kind in kinds.items():
            for way in ways:
                context = multiprocessing.get_context("fork" if way == "pool" else way)
                found[name, way] = attempt(context, kind, way)
            print(f"{name:22}", *(f"{found[name, way]:11}" for way in ways))

    rows = [[found[name, way] for way in ways] for name in kinds]
    assert rows[0] == ["useless", "TypeError", "TypeError", "TypeError"]
    assert rows[1] == ["protects", "protects", "protects", "RuntimeError"]
    assert rows[2] == ["protects"] * 4
