# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# ///
"""print makes a write of each word, blank and line end; -u sends each one off alone."""

import io
import os
import subprocess
import sys


class Recorder(io.TextIOBase):
    def __init__(self):
        self.writes = []

    def write(self, text):
        self.writes.append(text)
        return len(text)


def system_writes(*options):
    """Return what another Python writes in its print, one item for each system call."""
    reader, writer = os.pipe2(os.O_DIRECT)  # a pipe that keeps writes apart
    program = "print('tea', 'milk')"
    command = [sys.executable, "-E", *options, "-c", program]
    subprocess.run(command, stdout=writer, check=True)
    os.close(writer)
    writes = []
    while data := os.read(reader, 4096):
        writes.append(data)
    os.close(reader)
    return writes


if __name__ == "__main__":
    recorder = Recorder()
    print("tea", "milk", file=recorder)
    print("print calls write with", recorder.writes)
    assert recorder.writes == ["tea", " ", "milk", "\n"]

    buffered, unbuffered = system_writes(), system_writes("-u")
    print("python:   ", buffered)
    print("python -u:", unbuffered)
    assert buffered == [b"tea milk\n"]
    assert unbuffered == [b"tea", b" ", b"milk", b"\n"]
