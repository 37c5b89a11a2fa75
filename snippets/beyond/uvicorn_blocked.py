# /// script
# requires-python = ">=3.11"
# dependencies = ["uvicorn"]
# [tool.proof]
# platform = "linux"
# group = "beyond"
# limit = 30
# ///
"""A blocking call in a uvicorn handler holds up all other requests of its worker."""

import asyncio
import contextlib
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
met, meeting = 0, threading.Barrier(3)


async def app(scope, receive, send):
    """Wait for two other requests, in one of two ways; tell how many have met."""
    global met
    if scope["type"] != "http":
        return
    with contextlib.suppress(threading.BrokenBarrierError):
        if scope["path"] == "/blocking":
            meeting.wait(1)
            met += 1
        if scope["path"] == "/in-a-thread":
            await asyncio.to_thread(meeting.wait, 20)
            met += 1
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b"met: %d." % met})


def ask(path):
    with socket.socket(socket.AF_UNIX) as connection:
        while connection.connect_ex(PLACE):  # it does not listen yet
            time.sleep(0.01)
        request = f"GET {path} HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n"
        connection.sendall(request.encode())
        return b"".join(iter(lambda: connection.recv(4096), b"")).decode()


if __name__ == "__main__":
    os.chdir(pathlib.Path(__file__).parent)  # where the workers find this module
    for path, expected in [("/blocking", 0), ("/in-a-thread", 3)]:
        with Popen(SERVER, stderr=DEVNULL, stdout=DEVNULL) as server:
            try:
                with ThreadPoolExecutor(3) as clients:
                    list(clients.map(ask, [path] * 3))
                met = int(re.search(r"met: (\d)", ask("/"))[1])
            finally:
                server.terminate()
        print(f"{path}: {met} of 3 requests have met")
        assert met == expected
