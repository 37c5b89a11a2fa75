"""select() blocks until a socket is ready, and leaves the reading to its caller."""

import select
import socket
import threading
import time


def note(step):
    steps.append(step)
    print(step)


def send():
    time.sleep(0.1)  # main waits meanwhile
    note("other: sends")
    there.sendall(b"news")


steps = []
here, there = socket.socketpair()
other = threading.Thread(target=send, name="other")
with here, there:
    here.setblocking(False)
    other.start()
    print("main:  asks")
    ready, _, _ = select.select([here], [], [])  # blocks
    note("main:  select() has returned")
    other.join()
    for _ in range(2):
        again, _, _ = select.select([here], [], [], 0)  # a look, without waiting
        assert again == ready == [here]
    note("main:  the socket stays ready until somebody reads it")
    data = here.recv(100)
    note("main:  has the data")
    assert select.select([here], [], [], 0)[0] == []

assert data == b"news"
assert steps[:2] == ["other: sends", "main:  select() has returned"]
