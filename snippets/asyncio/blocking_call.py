"""A blocking recv() returns only when there is data, which is then its result."""

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
    other.start()
    print("main:  asks")
    data = here.recv(100)  # blocks
    note("main:  has the data")
    other.join()

assert data == b"news"
assert steps == ["other: sends", "main:  has the data"]
