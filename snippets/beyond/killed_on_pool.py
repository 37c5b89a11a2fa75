# /// script
# requires-python = ">=3.11"
# dependencies = []
# ///
"""A worker that is killed ends the pool: its task has no result, and none is added."""

import concurrent.futures
import os
import pathlib
import signal
import tempfile


def work(item, mark):
    """Return a square; who begins with item 2 first is killed in the middle of it."""
    if item == 2 and not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return item * item


if __name__ == "__main__":
    with (
        tempfile.TemporaryDirectory() as folder,
        concurrent.futures.ProcessPoolExecutor(2) as pool,
    ):
        mark = pathlib.Path(folder, "killed")
        futures = [pool.submit(work, item, mark) for item in range(3)]
        error = futures[2].exception()
        print("a worker was killed:", mark.exists())
        print("its task raises:", type(error).__name__)
        assert isinstance(error, concurrent.futures.process.BrokenProcessPool)
        try:
            pool.submit(work, 2, mark)
        except concurrent.futures.process.BrokenProcessPool:
            print("the pool takes no other task")
        else:
            raise AssertionError("the pool goes on")
