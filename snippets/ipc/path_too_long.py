# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "symptom"
# limit = 20
# ///
"""A Unix socket's path has to be short, so a long TMPDIR can break a Manager."""

import os
import subprocess
import sys
import tempfile
from multiprocessing.connection import Listener
from pathlib import Path

UNNAMED = "from multiprocessing.connection import Listener; Listener(family='AF_UNIX')"


def listen(path):
    try:
        with Listener(path, "AF_UNIX"):
            return "it listens"
    except OSError as error:
        return f"OSError: {error}"


with tempfile.TemporaryDirectory() as folder:
    deep = Path(folder, "deep" * 25)
    deep.mkdir()
    said = listen(f"{deep}/shop.sock"), listen(f"{folder}/shop.sock")
    print(f"a long path:     {said[0]}\na short path:    {said[1]}")
    command, long = [sys.executable, "-c", UNNAMED], {**os.environ, "TMPDIR": str(deep)}
    other = subprocess.run(command, env=long, stderr=subprocess.PIPE, text=True)
    print("a long TMPDIR:  ", other.stderr.strip().split("\n")[-1] or "it listens")
assert said == ("OSError: AF_UNIX path too long", "it listens")
if other.returncode != 0 or sys.version_info < (3, 13):  # newer ones may take /tmp
    assert "OSError: AF_UNIX path too long" in other.stderr
