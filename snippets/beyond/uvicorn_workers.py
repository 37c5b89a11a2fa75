# /// script
# requires-python = ">=3.11"
# dependencies = ["uvicorn"]
# [tool.proof]
# platform = "linux"
# group = "beyond"
# limit = 30
# ///
"""uvicorn's workers are spawned: each imports the module, and keeps what it stores."""

import contextlib
import os
import pathlib
import socket
import sys
import tempfile
import time
from subprocess import DEVNULL, Popen

PLACE = f"{tempfile.gettempdir()}/uvicorn_workers.sock"
NAME = pathlib.Path(__file__).stem
OPTIONS = ["--workers=2", f"--uds={PLACE}", f"{NAME}:app"]
SERVER = [sys.executable, "-m", "uvicorn", *OPTIONS]
imported_by = os.getpid()
sessions = []


async def app(scope, receive, send):
    """Store the request, and tell who has answered, and how many it has stored."""
    if scope["type"] != "http":
        return
    sessions.append(scope["path"])
    told = f"told: {os.getpid()} {imported_by} {len(sessions)} .".encode()
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": told})


def ask():
    with socket.socket(socket.AF_UNIX) as connection:
        while connection.connect_ex(PLACE):  # it does not listen yet
            time.sleep(0.01)
        connection.sendall(b"GET / HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n")
        answer = b"".join(iter(lambda: connection.recv(4096), b"")).decode()
    return map(int, answer.partition("told: ")[2].split()[:3])


@contextlib.contextmanager
def serving():
    with Popen(SERVER, stderr=DEVNULL, stdout=DEVNULL) as server:
        try:
            yield
        finally:
            server.terminate()


if __name__ == "__main__":
    os.chdir(pathlib.Path(__file__).parent)  # where the workers find this module
    with serving():
        stored = {}
        while len(stored) < 2:
            worker, imported, count = ask()
            assert worker == imported and count == stored.get(worker, 0) + 1
            stored[worker] = count
    print("each worker has imported the module; requests stored:", *stored.values())
