# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# stderr = "FileNotFoundError"
# wrong = "raises"
# ///
"""A spawned child cannot open a lock that its parent has let go of in the meantime."""

import multiprocessing
import os
import tempfile
import time
from pathlib import Path

if __name__ == "__mp_main__":  # the child, which has not opened the lock yet
    while not Path(os.environ["LET_GO"]).exists():
        time.sleep(0.001)


def use(lock):
    with lock:
        print("child: I had the lock")


def start(context):
    lock = context.Lock()
    child = context.Process(target=use, args=[lock])
    child.start()
    return child  # wrong: the lock is let go of here, before the child has opened it


if __name__ == "__main__":
    context = multiprocessing.get_context("spawn")
    with tempfile.TemporaryDirectory() as folder:
        os.environ["LET_GO"] = f"{folder}/let_go"  # the child's, too
        child = start(context)
        Path(os.environ["LET_GO"]).touch()
        child.join()
        print("main: returned before the child was there, exit code", child.exitcode)
        assert child.exitcode == 1

        lock = context.Lock()
        child = context.Process(target=use, args=[lock])
        child.start()
        child.join()
        print("main: kept the lock until the child's end, exit code", child.exitcode)
        assert child.exitcode == 0
