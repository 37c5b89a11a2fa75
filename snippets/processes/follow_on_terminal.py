# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# kind = "recipe"
# reach = ["terminal"]
# ///
"""A command that believes to write to a terminal sends each line when it is ready."""

import contextlib
import os
import pty
import subprocess
import sys
import tempfile
from pathlib import Path


def follow_on_terminal(command):
    """Yield each line, as bytes, that a command writes to a terminal of its own."""
    ours, theirs = pty.openpty()
    streams = {"stdin": subprocess.DEVNULL, "stderr": subprocess.STDOUT}
    try:
        child = subprocess.Popen(command, stdout=theirs, **streams)  # the point
    finally:
        os.close(theirs)
    with child, open(ours, "rb") as lines:
        try:
            with contextlib.suppress(OSError):  # it comes when the command has ended
                yield from lines
        except GeneratorExit:  # the caller wants no more of them
            child.kill()
            raise


CODE = """
import sys, time
from pathlib import Path
print("one, to a terminal:", sys.stdout.isatty())
while not Path(sys.argv[1]).exists():
    time.sleep(0.01)
print("two")
"""
with tempfile.TemporaryDirectory() as folder:
    go, seen = Path(folder, "go"), []
    for line in follow_on_terminal([sys.executable, "-c", CODE, str(go)]):
        print(line)
        go.touch()  # the second line is written only when the first one has come
        seen.append(line)
assert seen == [b"one, to a terminal: True\r\n", b"two\r\n"]

lines = follow_on_terminal(["yes"])  # a command that never ends
print("the first line of yes:", next(lines))
lines.close()  # ends it
