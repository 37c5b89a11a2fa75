# /// script
# requires-python = ">=3.11"
# dependencies = ["gunicorn"]
# [tool.proof]
# platform = "linux"
# group = "beyond"
# limit = 30
# ///
"""Each gunicorn worker has a counter of its own, and a killed one is replaced."""

import os
import pathlib
import signal
import socket
import sys
import tempfile
import time
from subprocess import DEVNULL, Popen

PLACE = f"{tempfile.gettempdir()}/gunicorn_workers.sock"
NAME = pathlib.Path(__file__).stem
SERVER = [sys.executable, "-m", "gunicorn", "--workers=2", f"--bind=unix:{PLACE}"]
count = 0


def app(environ, start_response):
    """Count the requests in a variable of the module."""
    global count
    count += 1
    told = f"{os.getpid()} {count}"
    start_response("200 OK", [("Content-Length", "0"), ("Told", told)])
    return [b""]


def ask():
    """Return the worker that answered, and what it has counted."""
    with socket.socket(socket.AF_UNIX) as connection:
        while connection.connect_ex(PLACE):  # it does not listen yet
            time.sleep(0.01)
        connection.sendall(b"GET / HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n")
        answer = b"".join(iter(lambda: connection.recv(4096), b"")).decode()
    return [int(part) for part in answer.partition("Told: ")[2].split()[:2]]


if __name__ == "__main__":
    os.chdir(pathlib.Path(__file__).parent)  # where the workers find this module
    counts = {}
    with Popen([*SERVER, f"{NAME}:app"], stderr=DEVNULL) as server:
        try:
            for workers in 2, 3:
                while len(counts) < workers:
                    pid, counted = ask()
                    assert counted == counts.get(pid, 0) + 1  # nobody counts with it
                    counts[pid] = counted
                if workers == 2:
                    print("requests of each worker:", *counts.values())
                    os.kill(pid, signal.SIGKILL)
        finally:
            server.terminate()
    print("after one was killed, a third one has begun to count:", counted)
