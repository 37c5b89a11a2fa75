# /// script
# requires-python = ">=3.11"
# dependencies = ["pymemcache"]
# [tool.proof]
# needs = ["memcached"]
# ///
"""One add succeeds, but a restart gives the lock away while its holder works."""

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


def work(in_hand):
    assert connect().add("lock", "ann", expire=60)
    in_hand.send("ann has the lock")
    in_hand.recv()  # working until she is told to end


if __name__ == "__main__":
    fork = multiprocessing.get_context("fork")
    here, there = fork.Pipe()
    ann = fork.Process(target=work, args=[there], name="ann", daemon=True)
    with memcached_server():
        ann.start()
        print(here.recv())
        gets_it = connect().add("lock", "bob", expire=60)
        print("bob gets it, too:", gets_it)
        assert not gets_it

    with memcached_server():
        gets_it = connect().add("lock", "bob", expire=60)
        print("the server has restarted; bob gets it:", gets_it)
        assert gets_it
        assert ann.is_alive()
        print("ann still works")
    here.send("end")
    ann.join()
