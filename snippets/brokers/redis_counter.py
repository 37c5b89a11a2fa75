# /// script
# requires-python = ">=3.11"
# dependencies = ["redis"]
# [tool.proof]
# needs = ["redis-server"]
# ///
"""GET and SET by two processes lose an update; INCR loses none of four thousand."""

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


def get_and_set(both_have_read):
    client = connect()
    count = int(client.get("count"))
    both_have_read.wait()
    client.set("count", count + 1)


def increase(both_are_here):
    client = connect()
    both_are_here.wait()
    for _ in range(2000):
        client.incr("count")


if __name__ == "__main__":
    fork = multiprocessing.get_context("fork")
    with redis_server():
        client = connect()
        for target, right in [(get_and_set, 2), (increase, 4000)]:
            client.set("count", 0)
            args = [fork.Barrier(2)]
            adders = [fork.Process(target=target, args=args) for _ in range(2)]
            for adder in adders:
                adder.start()
            for adder in adders:
                adder.join()
            count = int(client.get("count"))
            print(f"{target.__name__:11} counted {count} of {right}")
            assert count == (1 if target is get_and_set else right)
