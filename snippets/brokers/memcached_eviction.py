# /// script
# requires-python = ">=3.11"
# dependencies = ["pymemcache"]
# [tool.proof]
# needs = ["memcached"]
# ///
"""A full memcached accepts every value, and drops others in silence."""

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


COUNT = 1000
with memcached_server("-m", "2", "-I", "512k"):  # 2 MiB in all
    client = connect()
    accepted = sum(client.set(f"page{n}", bytes(10_000)) for n in range(COUNT))
    kept = sum(client.get(f"page{n}") is not None for n in range(COUNT))
    print(f"{accepted} values of 10 kB accepted by a cache of 2 MiB, {kept} kept")
    evicted = client.stats()[b"evictions"]
    print("its statistics say evicted:", evicted)
    assert accepted == COUNT
    assert kept < COUNT / 2
    assert evicted > 0
