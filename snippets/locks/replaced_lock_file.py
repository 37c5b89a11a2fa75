# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# args = [["data-file"], ["lock-file"]]
# ///
"""A lock on the file that is replaced stays with the old one; a lock file stays."""

import fcntl
import os
import sys
import tempfile
from pathlib import Path


def is_free(path):
    with open(path) as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
    return True


with tempfile.TemporaryDirectory() as folder:
    data, lock = Path(folder, "shop.json"), Path(folder, "shop.json.lock")
    data.write_text("old")
    lock.touch()
    path = data if sys.argv[1] == "data-file" else lock
    with open(path) as holder:
        fcntl.flock(holder, fcntl.LOCK_EX)
        before = is_free(path)
        data.with_suffix(".new").write_text("new")
        os.replace(data.with_suffix(".new"), data)
        after = is_free(path)
print("while I hold the lock, free for others:        ", before)
print("when I have replaced the data, free for others:", after)
assert not before
assert after == (sys.argv[1] == "data-file")
