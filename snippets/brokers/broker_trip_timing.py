# /// script
# requires-python = ">=3.11"
# dependencies = ["redis"]
# [tool.proof]
# platform = "linux"
# quiet = true
# needs = ["redis-server"]
# ///
"""An item takes far longer through a broker than through a queue in the process."""

import contextlib
import queue
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


def seconds(trip):
    """Return how long one trip takes, on the average of a hundred."""
    began = time.perf_counter()
    for _ in range(100):
        trip()
    return (time.perf_counter() - began) / 100


def through_queue():
    work.put("item")
    assert work.get() == "item"


def through_broker():
    client.lpush("work", "item")
    assert client.rpop("work") == "item"


work = queue.Queue()
order, times = [through_queue, through_broker], {through_queue: [], through_broker: []}
with redis_server():
    client = redis.Redis(unix_socket_path="redis.sock", decode_responses=True)
    for trip in order:
        seconds(trip)  # to warm up
    for _ in range(10):
        order.reverse()  # each round begins with the other one
        for trip in order:
            times[trip].append(seconds(trip))
inside, outside = min(times[through_queue]), min(times[through_broker])
print(f"put and get, queue.Queue: {inside * 1e6:.1f} us")
print(f"push and pop, Redis: {outside * 1e6:.1f} us")
print(f"Redis / queue.Queue: {outside / inside:.1f} times")
assert outside > 5 * inside
