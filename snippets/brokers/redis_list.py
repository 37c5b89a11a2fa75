# /// script
# requires-python = ">=3.11"
# dependencies = ["redis"]
# [tool.proof]
# needs = ["redis-server"]
# ///
"""Each item that is pushed onto a Redis list goes to one of the waiting consumers."""

import contextlib
import multiprocessing
import subprocess
import tempfile
import time

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


def consume(name):
    client = connect()
    while (item := client.brpop(["work"])[1]) != "end":
        client.rpush("done", f"{item} by {name}")


if __name__ == "__main__":
    fork = multiprocessing.get_context("fork")
    with redis_server():
        client = connect()
        names = ["ann", "bob"]
        consumers = [fork.Process(target=consume, args=[x], name=x) for x in names]
        for consumer in consumers:
            consumer.start()
        while client.info("clients")["blocked_clients"] < 2:
            time.sleep(0.01)
        print("both consumers wait in brpop, and nobody polls")
        time.sleep(0.1)  # long enough to be seen in the picture

        for number in range(6):
            client.lpush("work", f"item {number}")
        client.lpush("work", "end", "end")
        for consumer in consumers:
            consumer.join()
        done = client.lrange("done", 0, -1)
        print(*done, sep="\n")
        assert sorted(line[:6] for line in done) == [f"item {n}" for n in range(6)]
        assert client.llen("work") == 0
