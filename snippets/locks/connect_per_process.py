# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "recipe"
# platform = "linux"
# ///
"""Each process gets a connection of its own, a forked one too, and each keeps it."""

import multiprocessing
import os
import socket


def per_process(connect):
    """Return a function that gives what `connect()` has made once in this process."""
    made, parents = [], []

    def begin_anew():
        parents.extend(made)  # and keep it: to close it may end it for the parent too
        made.clear()

    def connection():
        if not made:
            made.append(connect())
        return made[0]

    os.register_at_fork(after_in_child=begin_anew)  # the point
    return connection


@per_process
def connection():
    return socket.create_connection(place[0])


place = []


def talk(name, server):
    place[:] = [server]
    for _ in range(2):
        connection().sendall(f"{name} ".encode())


if __name__ == "__main__":
    names = ["main", "fork", "spawn", "forkserver"]
    with socket.create_server(("127.0.0.1", 0)) as listener:
        server = listener.getsockname()
        talk("main", server)
        for method in names[1:]:
            context = multiprocessing.get_context(method)
            child = context.Process(target=talk, args=(method, server))
            child.start()
            child.join()
        talk("main", server)
        connection().close()
        heard = []
        for _ in names:
            with listener.accept()[0] as one:
                heard.append(one.makefile().read().split())
    for number, words in enumerate(heard, 1):
        print(f"connection {number}:", *words)
    assert heard == [["main"] * 4, ["fork"] * 2, ["spawn"] * 2, ["forkserver"] * 2]
