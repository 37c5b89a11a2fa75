# /// script
# requires-python = ">=3.11"
# dependencies = ["redis"]
# [tool.proof]
# kind = "symptom"
# needs = ["redis-server"]
# platform = "linux"
# ///
"""Redis begins a refusal with a word in capitals; who finds no server gets a number."""

import contextlib
import socket
import subprocess
import tempfile
import traceback

import redis
from redis.backoff import NoBackoff
from redis.retry import Retry

OPTIONS = "--port 0 --unixsocket redis.sock --maxmemory-policy noeviction --save"


@contextlib.contextmanager
def redis_server():
    """Run a server that listens on a socket in a folder of its own, and end it."""
    command = ["redis-server", *OPTIONS.split(), ""]
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        server = subprocess.Popen(command, stdout=subprocess.PIPE)
        try:
            started = any(b"accept connections" in line for line in server.stdout)
            assert started, "the server did not start; run it by hand"
            yield redis.Redis(unix_socket_path="redis.sock", protocol=2, retry=ONCE)
        finally:
            server.terminate()
            server.wait()


def said(call, *args) -> str:
    """Return the last line of the traceback that people paste."""
    try:
        return f"it returned {call(*args)}"
    except redis.RedisError as error:
        return "".join(traceback.format_exception_only(error)).strip()


ONCE = Retry(NoBackoff(), 0)
with socket.create_server(("127.0.0.1", 0)) as free:
    port = free.getsockname()[1]
lines = [said(redis.Redis("127.0.0.1", port, retry=ONCE).ping)]
with redis_server() as client:
    client.set("name", "text")
    client.xgroup_create("stream", "group", mkstream=True)
    lines += [
        said(client.lpush, "name", 1),
        said(client.incr, "name"),
        said(client.xgroup_create, "stream", "group"),
        said(client.xreadgroup, "nosuch", "me", {"stream": ">"}),
        said(client.evalsha, "0" * 40, 0),
        said(client.lock("unlocked").release),
    ]
    client.config_set("maxmemory", 1)
    lines += [said(client.set, "more", "text")]
    client.config_set("requirepass", "secret")
    client.connection_pool.disconnect()
    lines += [said(client.ping)]
print(*lines, sep="\n")
assert not any("it returned" in line for line in lines)
