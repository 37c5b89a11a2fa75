# /// script
# requires-python = ">=3.11"
# dependencies = ["redis"]
# [tool.proof]
# kind = "recipe"
# needs = ["redis-server"]
# ///
"""A holder that renews its lock before each step learns in time that it is lost."""

import contextlib
import subprocess
import tempfile
import time

import redis


@contextlib.contextmanager
def held(client, name, seconds):
    """Hold a Redis lock; gives its token, and a function to call before each step.

    The function has the `seconds` begin anew, or raises LockNotOwnedError if they were
    over. The token grows with each holder: who stores what a step has made refuses a
    smaller token than it has seen.
    """
    lock = client.lock(name, timeout=seconds, thread_local=False)
    lock.acquire()

    def renew():
        lock.reacquire()  # the point

    try:
        yield client.incr(f"{name}:token"), renew
    finally:
        with contextlib.suppress(redis.exceptions.LockError):  # another has it
            lock.release()


@contextlib.contextmanager
def redis_server():
    """Run a server that listens on a socket in a folder of its own, and end it."""
    command = ["redis-server", "--port", "0", "--unixsocket", "redis.sock", "--save"]
    with (
        tempfile.TemporaryDirectory() as folder,
        contextlib.chdir(folder),
        subprocess.Popen([*command, ""], stdout=subprocess.PIPE) as server,
    ):
        assert any(b"accept connections" in line for line in server.stdout)
        try:
            yield redis.Redis(unix_socket_path="redis.sock")
        finally:
            server.terminate()


with redis_server() as client, held(client, "door", 60) as (ann, anns_renew):
    client.pexpire("door", 1)  # as if she had stood still for a minute
    while client.exists("door"):
        time.sleep(0.001)
    with held(client, "door", 60) as (bob, bobs_renew):
        with contextlib.suppress(redis.exceptions.LockNotOwnedError):
            anns_renew()
            raise AssertionError("ann believes that she has it")
        print("ann is told before her next step that her time was over")
        bobs_renew()
    print("tokens: ann", ann, "- bob", bob)
    with held(client, "door", 60) as (cy, _):  # bob's was released
        assert ann < bob < cy
