# /// script
# requires-python = ">=3.11"
# dependencies = ["gunicorn"]
# [tool.proof]
# platform = "linux"
# kind = "symptom"
# group = "beyond"
# limit = 30
# ///
"""gunicorn ends a worker whose request takes too long, unless it has threads."""

import contextlib
import os
import pathlib
import re
import socket
import subprocess
import sys
import tempfile
import time

PLACE = f"{tempfile.gettempdir()}/gunicorn_timeout.sock"
NAME = pathlib.Path(__file__).stem
SERVER = [sys.executable, "-m", "gunicorn", "--timeout=2", f"--bind=unix:{PLACE}"]


def app(environ, start_response):
    time.sleep(3.5)
    start_response("200 OK", [("Content-Length", "0")])
    return [b""]


def ask():
    """Return the first line of an answer; it is empty where none came."""
    with socket.socket(socket.AF_UNIX) as connection:
        while connection.connect_ex(PLACE):  # it does not listen yet
            time.sleep(0.01)
        connection.sendall(b"GET / HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n")
        return connection.recv(4096).decode().partition("\r\n")[0]


@contextlib.contextmanager
def serving(*options):
    command = [*SERVER, *options, f"{NAME}:app"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
        try:
            yield server
        finally:
            server.terminate()


if __name__ == "__main__":
    os.chdir(pathlib.Path(__file__).parent)  # where the workers find this module
    for options, status in [([], "500"), (["--threads=2"], "200")]:
        with serving(*options) as server:
            answer = ask()
            server.terminate()
            log = server.stderr.read()
        print(*(options or ["as it is:"]))
        print("  answer:", answer)
        said = re.findall(r"\[CRITICAL\].*|SystemExit.*", log)
        print("  log:", *said)
        assert answer.split()[1] == status
        assert ("WORKER TIMEOUT" in log) == ("SystemExit" in log) == (not options)
