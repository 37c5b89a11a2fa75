# /// script
# requires-python = ">=3.11"
# dependencies = ["pymemcache"]
# [tool.proof]
# needs = ["memcached"]
# ///
"""A cas after somebody else's write stores nothing, so no update is lost."""

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


def add(client, name):
    """Read, add a name and store, until nobody has written in between."""
    for attempt in range(1, 100):
        names, version = client.gets("names")
        if client.cas("names", names + b" " + name, version):
            return attempt
    raise AssertionError("somebody else was always faster")


with memcached_server():
    ann, bob = connect(), connect()
    ann.set("names", b"eve")
    names, version = ann.gets("names")

    print("bob's attempts:", attempts := add(bob, b"bob"))
    assert attempts == 1

    stored = ann.cas("names", names + b" ann", version)
    print("ann stores what she has made of the old value:", stored)
    assert stored is False

    print("ann reads again, attempts:", add(ann, b"ann"))
    print("names:", ann.get("names").decode())
    assert ann.get("names") == b"eve bob ann"
