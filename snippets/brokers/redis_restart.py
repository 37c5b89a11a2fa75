# /// script
# requires-python = ">=3.11"
# dependencies = ["redis"]
# [tool.proof]
# args = [["no"], ["yes"]]
# needs = ["redis-server"]
# ///
"""A killed Redis has forgotten its data, unless it appended them to a file."""

import contextlib
import subprocess
import sys
import tempfile

import redis


@contextlib.contextmanager
def redis_server():
    """Run a server that listens on a socket in this folder, and kill it."""
    command = ["redis-server", "--port", "0", "--unixsocket", "redis.sock", "--save"]
    kept = ["--appendonly", sys.argv[1], "--appendfsync", "always"]
    server = subprocess.Popen([*command, "", *kept], stdout=subprocess.PIPE)
    try:
        started = any(b"accept connections" in line for line in server.stdout)
        assert started, "the server did not start; run it by hand"
        yield
    finally:
        server.kill()
        server.wait()


def connect():
    return redis.Redis(unix_socket_path="redis.sock", decode_responses=True)


with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
    with redis_server():
        print("items in the list:", connect().rpush("work", "one", "two", "three"))
    print("the server is killed")

    with redis_server():
        items = connect().lrange("work", 0, -1)
print("after its restart:", items)
assert items == (["one", "two", "three"] if sys.argv[1] == "yes" else [])
