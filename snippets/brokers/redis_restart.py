# /// script
# requires-python = ">=3.11"
# dependencies = ["redis"]
# [tool.proof]
# args = [["no"], ["yes"]]
# needs = ["redis-server"]
# ///
"""A killed Redis has forgotten its data, unless it appended them to a file."""

import contextlib
import socket
import subprocess
import sys
import time

import redis


@contextlib.contextmanager
def redis_server():
    """Run a server that listens on a socket in this folder, and kill it."""
    command = ["redis-server", "--port", "0", "--unixsocket", "redis.sock", "--save"]
    kept = ["--appendonly", sys.argv[1], "--appendfsync", "always"]
    server = subprocess.Popen([*command, "", *kept], stdout=subprocess.DEVNULL)
    try:
        with socket.socket(socket.AF_UNIX) as probe:
            while probe.connect_ex("redis.sock"):
                assert server.poll() is None, "the server did not start; run it by hand"
                time.sleep(0.01)
        yield
    finally:
        server.kill()
        server.wait()


def connect():
    return redis.Redis(unix_socket_path="redis.sock", decode_responses=True)


with redis_server():
    print("items in the list:", connect().rpush("work", "one", "two", "three"))
print("the server is killed")

with redis_server():
    items = connect().lrange("work", 0, -1)
print("after its restart:", items)
assert items == (["one", "two", "three"] if sys.argv[1] == "yes" else [])
