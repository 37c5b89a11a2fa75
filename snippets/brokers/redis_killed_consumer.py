# /// script
# requires-python = ">=3.11"
# dependencies = ["redis"]
# [tool.proof]
# needs = ["redis-server"]
# ///
"""A message popped by a consumer that is then killed is lost; a moved one is not."""

import contextlib
import multiprocessing
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


def take(command, in_hand):
    client = connect()
    if command == "brpop":
        message = client.brpop(["work"])[1]
    else:
        message = client.blmove("work", "in progress", timeout=0)
    in_hand.send(message)
    in_hand.poll(None)  # working on it, for ever


if __name__ == "__main__":
    fork = multiprocessing.get_context("fork")
    with redis_server():
        client = connect()
        for command, kept in [("brpop", []), ("blmove", ["a letter"])]:
            client.lpush("work", "a letter")
            here, there = fork.Pipe()
            consumer = fork.Process(target=take, args=[command, there], daemon=True)
            consumer.start()
            assert here.recv() == "a letter"
            consumer.kill()
            consumer.join()
            left = client.lrange("work", 0, -1)
            left += client.lrange("in progress", 0, -1)
            print(f"taken with {command}, then killed; left:", left)
            assert left == kept

        assert client.lmove("in progress", "work") == "a letter"
        print("moved back, and taken by another:", client.rpop("work"))
