# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "recipe"
# platform = "linux"
# ///
"""Processes change one JSON file: no change is overwritten and the file stays whole."""

import contextlib
import fcntl
import json
import multiprocessing
import os
import signal
import tempfile
import threading


@contextlib.contextmanager
def update_json(path):
    """Give what is in the JSON file `path`, to be changed and written back."""
    with open(f"{path}.lock", "a") as lock:  # a file of its own, which is not replaced
        fcntl.flock(lock, fcntl.LOCK_EX)  # the point
        with open(path) as file:
            data = json.load(file)
        yield data
        with open(f"{path}.new", "w") as file:
            json.dump(data, file)
            file.flush()
            os.fsync(file.fileno())  # on the disk before it counts
        os.replace(f"{path}.new", path)


def buy(path, begin, both, end):
    begin.wait()  # until both processes run
    with contextlib.suppress(ZeroDivisionError), update_json(path) as shop:
        with contextlib.suppress(threading.BrokenBarrierError):
            both.wait(timeout=0.3)  # the other has read by then, if it can
        shop["sold"] += 1
        if end == "raises":
            shop["sold"] /= 0
        if end == "killed":
            os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        path = f"{folder}/shop.json"
        with open(path, "w") as file:
            json.dump({"sold": 0}, file)
        for ends in (("well", "well"), ("raises", "killed")):
            begin, both = multiprocessing.Barrier(2), multiprocessing.Barrier(2)
            children = [
                multiprocessing.Process(target=buy, args=(path, begin, both, end))
                for end in ends
            ]
            for child in children:
                child.start()
            for child in children:
                child.join()
            with open(path) as file:
                shop = json.load(file)
            print(f"one ends {ends[0]}, one {ends[1]}:", shop)
            assert shop == {"sold": 2}
