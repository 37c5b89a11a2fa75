# /// script
# [tool.proof]
# kind = "recipe"
# ///
"""Each thread opens one connection of its own, and the end of the block closes all."""

import contextlib
import sqlite3
import threading
from concurrent.futures import ThreadPoolExecutor


class PerThread:
    """get() gives each thread one make() of its own; the with block closes them all."""

    def __init__(self, make):
        self.make = make

    def get(self):
        if not hasattr(self.local, "value"):
            value = self.local.value = self.make()
            self.stack.callback(value.close)
        return self.local.value

    def __enter__(self):
        self.local, self.stack = threading.local(), contextlib.ExitStack()
        return self

    def __exit__(self, *error):
        return self.stack.__exit__(*error)  # the point


class Connection(sqlite3.Connection):
    def close(self):
        super().close()
        closed.append(self)
        if len(closed) == 1:
            raise OSError("one close fails")


def connect():  # main will close it
    one = sqlite3.connect(":memory:", check_same_thread=False, factory=Connection)
    opened.append(one)
    return one


def job(number):
    all_at_work.wait(10)  # so that each of the three threads gets jobs
    return connections.get().execute("select ? * 2", [number]).fetchone()[0]


if __name__ == "__main__":
    all_at_work, opened, closed = threading.Barrier(3), [], []
    try:
        with PerThread(connect) as connections, ThreadPoolExecutor(3) as pool:
            print("results:", *pool.map(job, range(9)))
    except OSError as error:
        print("the block raises:", error)
    print(f"9 jobs, {len(opened)} connections opened, {len(closed)} closed")
    assert len(opened) == len(closed) == 3
    for _ in range(2):  # each block has connections of its own
        with connections:
            connections.get().execute("select 1")
    assert len(opened) == len(closed) == 5
