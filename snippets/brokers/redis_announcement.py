# /// script
# requires-python = ">=3.11"
# dependencies = ["redis"]
# [tool.proof]
# needs = ["redis-server"]
# ///
"""A published message reaches whoever listens at that moment, and is not kept."""

import contextlib
import subprocess
import tempfile

import redis


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


def listen(client):
    listener = client.pubsub()
    listener.subscribe("news")
    assert listener.get_message(timeout=5)["type"] == "subscribe"
    return listener


with redis_server():
    client = connect()
    heard_by = client.publish("news", "early")
    print("early: heard by", heard_by)
    assert heard_by == 0

    listeners = [listen(client), listen(client)]
    heard_by = client.publish("news", "late")
    print("late:  heard by", heard_by)
    assert heard_by == 2

    for listener in listeners:
        message = listener.get_message(timeout=5)["data"]
        print("a listener's first message:", message)
        assert message == "late"
        listener.close()
