# /// script
# requires-python = ">=3.11"
# dependencies = ["redis"]
# [tool.proof]
# needs = ["redis-server"]
# ///
"""A lock with an expiry ends while its holder works; owned() and release() tell."""

import contextlib
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


with redis_server():
    client = connect()
    anns, bobs = (client.lock("door", timeout=60) for _ in range(2))
    assert anns.acquire(blocking=False)
    assert not bobs.acquire(blocking=False)
    print("ann has the lock; bob cannot get it")
    value, life = client.get("door"), client.ttl("door")
    print(f"it is a key, {'with' if life > 0 else 'without'} an expiry")
    assert value and 0 < life <= 60

    anns.extend(0.2, replace_ttl=True)  # so long from now on, but she works longer
    while not bobs.acquire(blocking=False):
        time.sleep(0.01)
    print("now bob has it; nobody has told ann, but she can ask:", anns.owned())
    assert not anns.owned() and bobs.owned()

    try:
        anns.release()
    except redis.exceptions.LockNotOwnedError as error:
        print("ann's release:", error)
    else:
        raise AssertionError("ann has released bob's lock")
    assert bobs.owned()  # still
