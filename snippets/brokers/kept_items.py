# /// script
# requires-python = ">=3.11"
# dependencies = ["redis"]
# [tool.proof]
# needs = ["redis-server"]
# ///
"""Items in a broker wait for a consumer that starts after their producer's end."""

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


def produce():
    connect().rpush("work", "one", "two", "three")
    print("producer: three items are in the list, I end")


def consume():
    found = connect().lpop("work", 10)
    print("consumer: found", found)
    assert found == ["one", "two", "three"]


if __name__ == "__main__":
    fork = multiprocessing.get_context("fork")
    with redis_server():
        for target in [produce, consume]:
            process = fork.Process(target=target, name=target.__name__)
            process.start()
            process.join()
            time.sleep(0.1)  # long enough to be seen in the picture
            assert process.exitcode == 0
