# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# ///
"""Two programs that share only a path can talk, and the kernel tells who calls."""

import contextlib
import os
import socket
import struct
import subprocess
import sys
import tempfile

CLIENT = """
import socket
with socket.socket(socket.AF_UNIX) as server:
    server.connect("counter.socket")
    server.sendall(b"next, please")
    print("client: I got number", server.recv(100).decode())
"""


def peer(connection):
    """Return the pid and the user id of the process that has connected."""
    data = connection.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, 12)
    pid, user, _group = struct.unpack("iII", data)
    return pid, user


with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("counter.socket")
        listening.listen()
        for number in range(2):
            client = subprocess.Popen([sys.executable, "-c", CLIENT])
            connection, _ = listening.accept()
            with connection:
                pid, user = peer(connection)
                assert (pid, user) == (client.pid, os.getuid())
                question = connection.recv(100)
                print("server: my client's pid is right, it says", question)
                connection.sendall(str(number).encode())
            assert client.wait() == 0
    assert os.path.getsize("counter.socket") == 0  # no message has been there
