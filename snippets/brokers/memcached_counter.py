# /// script
# requires-python = ">=3.11"
# dependencies = ["pymemcache"]
# [tool.proof]
# needs = ["memcached"]
# ///
"""get and set by two processes lose an update; incr loses none of four thousand."""

import contextlib
import multiprocessing
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


def get_and_set(both_have_read):
    count = int(connect().get("count"))
    both_have_read.wait()
    connect().set("count", count + 1)


def increase(both_are_here):
    client = connect()
    both_are_here.wait()
    for _ in range(2000):
        client.incr("count", 1)


if __name__ == "__main__":
    fork = multiprocessing.get_context("fork")
    with memcached_server():
        for target, right in [(get_and_set, 2), (increase, 4000)]:
            connect().set("count", 0)
            args = [fork.Barrier(2)]
            adders = [fork.Process(target=target, args=args) for _ in range(2)]
            for adder in adders:
                adder.start()
            for adder in adders:
                adder.join()
            count = int(connect().get("count"))
            print(f"{target.__name__:11} counted {count} of {right}")
            assert count == (1 if target is get_and_set else right)
