# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# kind = "recipe"
# reach = ["terminal"]
# ///
"""A command that believes to write to a terminal sends each line when it is ready."""

import errno
import os
import pty
import subprocess
import sys
import tempfile
from pathlib import Path


def follow_on_terminal(command):
    """Yield each line, as bytes, that a command writes to a terminal of its own."""
    (ours, theirs), rest = pty.openpty(), b""
    streams = {"stdin": subprocess.DEVNULL, "stderr": subprocess.STDOUT}

    def read():
        try:
            return os.read(ours, 65536)
        except OSError as error:
            if error.errno != errno.EIO:  # which comes when the command has ended
                raise

    with open(ours, "rb", buffering=0):  # closes it at the end
        with open(theirs, "wb"):  # so that only the command has it
            child = subprocess.Popen(command, stdout=theirs, **streams)  # the point
        with child:
            try:
                while data := read():
                    *lines, rest = (rest + data).split(b"\n")
                    yield from (line + b"\n" for line in lines)
                if rest:  # a last line without an end
                    yield rest
            except BaseException:  # the caller wants no more of them
                child.kill()
                raise


CODE = """
import pathlib, sys, time
print("one, to a terminal:", sys.stdout.isatty())
while not pathlib.Path(sys.argv[1]).exists(): time.sleep(0.01)
print("two")
"""
with tempfile.TemporaryDirectory() as folder:
    go, seen = Path(folder, "go"), []
    for line in follow_on_terminal([sys.executable, "-c", CODE, str(go)]):
        print(line)
        go.touch()  # the second line is written only when the first one has come
        seen.append(line)
assert seen == [b"one, to a terminal: True\r\n", b"two\r\n"]
assert list(follow_on_terminal(["printf", "a\\nb"])) == [b"a\r\n", b"b"]

lines = follow_on_terminal(["yes"])  # a command that never ends
print("the first line of yes:", next(lines))
lines.close()  # ends it
