# /// script
# requires-python = ">=3.11"
# dependencies = ["gunicorn"]
# [tool.proof]
# platform = "linux"
# group = "beyond"
# limit = 30
# ///
"""With gunicorn's --preload a thread of the module is missing in its workers."""

import contextlib
import os
import pathlib
import socket
import sys
import tempfile
import threading
import time
from subprocess import DEVNULL, Popen

PLACE = f"{tempfile.gettempdir()}/gunicorn_preload.sock"
NAME = pathlib.Path(__file__).stem
SERVER = [sys.executable, "-m", "gunicorn", f"--bind=unix:{PLACE}", f"{NAME}:app"]
imported_by = os.getpid()
if __name__ != "__main__":
    thread = threading.Thread(target=threading.Event().wait, daemon=True)  # the point
    thread.start()


def app(environ, start_response):
    """Tell whether this worker has imported the module, and has its thread."""
    told = f"{imported_by == os.getpid()} {thread.is_alive()}"
    start_response("200 OK", [("Content-Length", "0"), ("Told", told)])
    return [b""]


def ask():
    with socket.socket(socket.AF_UNIX) as connection:
        while connection.connect_ex(PLACE):  # it does not listen yet
            time.sleep(0.01)
        connection.sendall(b"GET / HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n")
        answer = b"".join(iter(lambda: connection.recv(4096), b"")).decode()
    return answer.partition("Told: ")[2].split()[:2]


@contextlib.contextmanager
def serving(*options):
    with Popen([*SERVER, *options], stderr=DEVNULL) as server:
        try:
            yield
        finally:
            server.terminate()


if __name__ == "__main__":
    os.chdir(pathlib.Path(__file__).parent)  # where the workers find this module
    for options, expected in [([], "True"), (["--preload"], "False")]:
        with serving(*options):
            imported, alive = ask()
        print(*(options or ["as it is:"]))
        print("  the worker has imported the module:", imported)
        print("  its thread is alive:", alive)
        assert imported == alive == expected
