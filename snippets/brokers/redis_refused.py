# /// script
# requires-python = ">=3.11"
# dependencies = ["redis"]
# [tool.proof]
# needs = ["redis-server"]
# ///
"""A client is made without a server; its first command raises ConnectionError."""

import contextlib
import subprocess
import tempfile

import redis
from redis.backoff import NoBackoff
from redis.retry import Retry


@contextlib.contextmanager
def redis_server():
    """Run a server that listens on a socket in a folder of its own, and end it."""
    command = ["redis-server", "--port", "0", "--unixsocket", "redis.sock", "--save"]
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        server = subprocess.Popen([*command, ""], stdout=subprocess.PIPE)
        try:
            started = any(b"accept connections" in line for line in server.stdout)
            assert started, "the server did not start; run it by hand"
            yield
        finally:
            server.terminate()
            server.wait()


def connect():
    return redis.Redis(unix_socket_path="redis.sock", decode_responses=True)


once = Retry(NoBackoff(), 0)  # the default is ten more attempts
impatient = redis.Redis(unix_socket_path="redis.sock", retry=once)
print("the client exists, the server does not")
for when in ["before", "during", "after"]:
    with redis_server() if when == "during" else contextlib.nullcontext():
        try:
            answer = impatient.ping()
        except redis.ConnectionError:
            answer = "ConnectionError"
        print(f"{when:6} the server's life:", answer)
        assert answer == (True if when == "during" else "ConnectionError")

attempts = impatient.get_retry().get_retries()
default = connect().get_retry().get_retries()
print(f"further attempts: {attempts} here, {default} unless you choose")
assert (attempts, default) == (0, 10)
