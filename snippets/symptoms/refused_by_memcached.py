# /// script
# [tool.proof]
# kind = "symptom"
# needs = ["memcached"]
# platform = "linux"
# ///
"""memcached answers what it refuses with a line that has ERROR in its first word."""

import contextlib
import socket
import subprocess
import tempfile
import time


@contextlib.contextmanager
def memcached_server():
    """Run a server that listens on a socket in a folder of its own, and end it."""
    command = ["memcached", "-u", "root", "-s", "memcached.sock"]
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        server = subprocess.Popen(command)
        try:
            with socket.socket(socket.AF_UNIX) as probe:
                while probe.connect_ex("memcached.sock"):
                    assert server.poll() is None, "the server ended; run it by hand"
                    time.sleep(0.01)
            yield
        finally:
            server.kill()  # it has nothing to save
            server.wait()


def ask(text: str) -> str:
    """Return the first line of the answer that is an error."""
    with socket.socket(socket.AF_UNIX) as client:
        client.connect("memcached.sock")
        client.sendall(text.encode() + b"\r\nquit\r\n")
        answer = client.makefile().read().splitlines()
    return next(line for line in answer if "ERROR" in line)


with memcached_server():
    requests = [
        "set number 0 0 3\r\ntwo\r\nincr number 1",
        f"set large 0 0 {2**21}\r\n{'x' * 2**21}",
        "set short 0 0 3\r\nfour",
        f"get {'k' * 251}",
        "got number",
    ]
    lines = [ask(one) for one in requests]
print(*lines, sep="\n")
assert len(set(lines)) == len(requests)
