# /// script
# requires-python = ">=3.11"
# dependencies = ["redis"]
# [tool.proof]
# needs = ["redis-server"]
# ///
"""What a killed consumer of a stream has not acknowledged, another can claim."""

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


def take(in_hand):
    [[_, entries]] = connect().xreadgroup("team", "ann", {"orders": ">"}, block=0)
    in_hand.send(entries)
    in_hand.poll(None)  # working on it, for ever


if __name__ == "__main__":
    fork = multiprocessing.get_context("fork")
    with redis_server():
        client = connect()
        client.xgroup_create("orders", "team", mkstream=True)
        client.xadd("orders", {"tea": 2})
        here, there = fork.Pipe()
        ann = fork.Process(target=take, args=[there], daemon=True)
        ann.start()
        print("ann has", here.recv()[0][1], "and is killed")
        ann.kill()
        ann.join()
        assert client.xreadgroup("team", "bob", {"orders": ">"}) == []
        [pending] = client.xpending_range("orders", "team", "-", "+", 1)
        print("nothing new for bob; it is pending for", pending["consumer"])
        assert pending["consumer"] == "ann"
        # In earnest min_idle_time is longer than anybody works on an entry.
        [(entry, fields)] = client.xautoclaim("orders", "team", "bob", 0)[1]
        [pending] = client.xpending_range("orders", "team", "-", "+", 1)
        print("bob claims", fields, "at delivery", pending["times_delivered"])
        assert (fields, pending["times_delivered"]) == ({"tea": "2"}, 2)
        print("bob acknowledges it:", client.xack("orders", "team", entry))
        assert client.xpending("orders", "team")["pending"] == 0
