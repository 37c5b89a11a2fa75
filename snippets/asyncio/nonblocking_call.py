"""A non-blocking recv() returns before there is data, and never tells that it came."""

import socket

steps = []
here, there = socket.socketpair()
with here, there:
    here.setblocking(False)

    def look():
        try:
            steps.append(here.recv(100))
        except BlockingIOError as error:
            steps.append(type(error).__name__)
        print("looked:", steps[-1])

    look()
    look()
    there.sendall(b"news")  # the same thread: it was not stopped
    print("the news is sent; nothing happens until main looks again")
    look()

assert steps == ["BlockingIOError", "BlockingIOError", b"news"]
