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
import shutil
import signal
import tempfile
import threading
from pathlib import Path


@contextlib.contextmanager
def update_json(path):
    """Give what is in the JSON file `path`, to be changed and written back."""
    path = Path(path).resolve()  # a symbolic link stays one
    with open(f"{path}.lock", "a") as lock, contextlib.ExitStack() as last:
        fcntl.flock(lock, fcntl.LOCK_EX)  # the point
        last.callback(fcntl.flock, lock, fcntl.LOCK_UN)  # a forked child has it, too
        data = json.loads(path.read_text())
        yield data
        with open(f"{path}.new", "w") as file:
            shutil.copymode(path, file.name)  # the point
            json.dump(data, file)
            file.flush()
            os.fsync(file.fileno())  # on the disk before it counts
        os.replace(file.name, path)


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
        path, link = Path(folder, "shop.json"), Path(folder, "link.json")
        path.write_text('{"sold": 0}')
        path.chmod(0o600)
        link.symlink_to(path)
        for ends in (("well", "well"), ("raises", "killed")):
            begin, both = multiprocessing.Barrier(2), multiprocessing.Barrier(2)
            arguments = [(link, begin, both, end) for end in ends]
            children = [multiprocessing.Process(target=buy, args=a) for a in arguments]
            for child in children:
                child.start()
            for child in children:
                child.join()
            print(f"one ends {ends[0]}, one {ends[1]}:", text := path.read_text())
            assert text == '{"sold": 2}'
        assert path.stat().st_mode & 0o777 == 0o600 and link.is_symlink()
