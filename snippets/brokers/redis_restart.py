# /// script
# requires-python = ">=3.11"
# dependencies = ["redis"]
# [tool.proof]
# args = [["no"], ["yes"]]
# needs = ["redis-server"]
# ///
"""A killed Redis has forgotten its data, unless it appended them to a file."""

import subprocess
import sys
import time
from pathlib import Path

import redis


def start():
    """Run a server that listens on a socket in this folder."""
    command = ["redis-server", "--port", "0", "--unixsocket", "redis.sock", "--save"]
    kept = ["--appendonly", sys.argv[1], "--appendfsync", "always"]
    Path("redis.sock").unlink(missing_ok=True)  # a killed server leaves it
    server = subprocess.Popen([*command, "", *kept], stdout=subprocess.DEVNULL)
    while not Path("redis.sock").exists():
        assert server.poll() is None, "the server did not start"
        time.sleep(0.01)
    return server, redis.Redis(unix_socket_path="redis.sock", decode_responses=True)


server, client = start()
client.rpush("work", "one", "two", "three")
server.kill()
server.wait()
print("the server holds three items, and is killed")

server, client = start()
items = client.lrange("work", 0, -1)
print("after its restart:", items)
server.terminate()
server.wait()
assert items == (["one", "two", "three"] if sys.argv[1] == "yes" else [])
