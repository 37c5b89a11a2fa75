# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# ///
"""send_fds hands an open file to another process, even one that no path leads to."""

import contextlib
import os
import socket
import subprocess
import sys
import tempfile
from pathlib import Path

RECEIVER = """
import os, socket
with socket.socket(socket.AF_UNIX) as server:
    server.connect("files.socket")
    message, (descriptor,), _, _ = socket.recv_fds(server, 100, 1)
print("receiver: descriptor", descriptor, "came with", message)
print("receiver: the first line is", os.read(descriptor, 4))
"""

with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
    Path("letter").write_bytes(b"one\ntwo\n")
    descriptor = os.open("letter", os.O_RDONLY)
    os.unlink("letter")
    print("sender:   the file's paths:", list(Path(".").glob("letter")))

    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("files.socket")
        listening.listen()
        receiver = subprocess.Popen([sys.executable, "-c", RECEIVER])
        connection, _ = listening.accept()
        with connection:
            socket.send_fds(connection, [b"a letter"], [descriptor])
        assert receiver.wait() == 0
rest = os.read(descriptor, 100)
print("sender:   and what I read next is", rest)
assert rest == b"two\n"  # the receiver has read the first line
os.close(descriptor)
