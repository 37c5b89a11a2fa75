# /// script
# requires-python = ">=3.11"
# dependencies = ["uvicorn"]
# [tool.proof]
# group = "beyond"
# limit = 30
# ///
"""A blocking call in a uvicorn handler holds up all other requests of its worker."""

import asyncio
import os
import pathlib
import re
import socket
import sys
import tempfile
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from subprocess import DEVNULL, Popen

PLACE = f"{tempfile.gettempdir()}/uvicorn_blocked.sock"
NAME = pathlib.Path(__file__).stem
SERVER = [sys.executable, "-m", "uvicorn", f"--uds={PLACE}", f"{NAME}:app"]
under_way, most, meeting = 0, 0, threading.Barrier(3)


async def app(scope, receive, send):
    """Wait in one of two ways, and tell how many requests were under way at once."""
    global under_way, most
    if scope["type"] != "http":
        return
    under_way += 1
    most = max(most, under_way)
    if scope["path"] == "/blocking":
        time.sleep(0.2)
    if scope["path"] == "/in-a-thread":
        await asyncio.to_thread(meeting.wait, 20)  # for the two other requests
    under_way -= 1
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b"most: %d." % most})


def ask(path):
    with socket.socket(socket.AF_UNIX) as connection:
        while connection.connect_ex(PLACE):  # it does not listen yet
            time.sleep(0.01)
        request = f"GET {path} HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n"
        connection.sendall(request.encode())
        return b"".join(iter(lambda: connection.recv(4096), b"")).decode()


if __name__ == "__main__":
    os.chdir(pathlib.Path(__file__).parent)  # where the workers find this module
    for path, expected in [("/blocking", 1), ("/in-a-thread", 3)]:
        with Popen(SERVER, stderr=DEVNULL, stdout=DEVNULL) as server:
            with ThreadPoolExecutor(3) as clients:
                list(clients.map(ask, [path] * 3))
            most = int(re.search(r"most: (\d)", ask("/"))[1])
            server.terminate()
        print(f"{path}: {most} of 3 requests under way at once")
        assert most == expected
