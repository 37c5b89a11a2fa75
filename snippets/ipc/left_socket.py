# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# ///
"""A killed server leaves its socket's path behind, and the next one cannot bind it."""

import contextlib
import os
import socket
import subprocess
import sys
import tempfile

PATH = "shop.socket"
SERVER = """
import socket, sys
listening = socket.socket(socket.AF_UNIX)
listening.bind(sys.argv[1])
listening.listen()
print("open", flush=True)
sys.stdin.read()
"""


def attempt(method):
    """Call bind or connect of a new socket; say what comes of it."""
    with socket.socket(socket.AF_UNIX) as new:
        try:
            getattr(new, method)(PATH)
        except OSError as error:
            return error.strerror
    return "it works"


command = [sys.executable, "-c", SERVER, PATH]
pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
    with subprocess.Popen(command, text=True, **pipes) as server:
        assert server.stdout.readline() == "open\n"
        alive = attempt("connect"), attempt("bind")
        server.kill()
    dead = attempt("connect"), attempt("bind")
    os.unlink(PATH)
    tidied = attempt("bind")

print("server alive:  connect:", alive[0])
print("               bind:   ", alive[1])
print("server killed: connect:", dead[0])
print("               bind:   ", dead[1])
print("path removed:  bind:   ", tidied)
assert alive == ("it works", "Address already in use")
assert dead == ("Connection refused", "Address already in use")
assert tidied == "it works"
