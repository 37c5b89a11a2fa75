# /// script
# requires-python = ">=3.11"
# dependencies = ["redis"]
# [tool.proof]
# needs = ["redis-server"]
# ///
"""A published message reaches whoever listens at that moment, and is not kept."""

import contextlib
import socket
import subprocess
import time

import redis


@contextlib.contextmanager
def redis_server():
    """Run a server that listens on a socket in this folder, and end it."""
    command = ["redis-server", "--port", "0", "--unixsocket", "redis.sock", "--save"]
    server = subprocess.Popen([*command, ""], stdout=subprocess.DEVNULL)
    try:
        with socket.socket(socket.AF_UNIX) as probe:
            while probe.connect_ex("redis.sock"):
                assert server.poll() is None, "the server did not start; run it by hand"
                time.sleep(0.01)
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
