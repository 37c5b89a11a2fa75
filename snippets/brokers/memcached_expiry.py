# /// script
# requires-python = ">=3.11"
# dependencies = ["pymemcache"]
# [tool.proof]
# needs = ["memcached"]
# ///
"""A value is gone at its expiry, and every value when the server restarts."""

import contextlib
import socket
import subprocess
import tempfile
import time

from pymemcache import Client


@contextlib.contextmanager
def memcached_server(*options):
    """Run a server that listens on a socket in a folder of its own, and end it."""
    command = ["memcached", "-u", "root", "-s", "memcached.sock", *options]
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


def connect():
    return Client("unix:memcached.sock", default_noreply=False)


with memcached_server():
    client = connect()
    client.set("greeting", "hello", expire=2)  # seconds
    client.set("answer", 42)
    before = client.get("greeting"), client.get("answer")
    print("before:", *before)
    assert before == (b"hello", b"42")
    while client.get("greeting") is not None:
        time.sleep(0.01)
    print("after its expiry, the first:", client.get("greeting"))
    assert client.get("answer") == b"42"

with memcached_server():
    found = connect().get("answer")
    print("after a restart, the other:", found)
    assert found is None
