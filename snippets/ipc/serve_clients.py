# /// script
# [tool.proof]
# kind = "recipe"
# limit = 30
# ///
"""A Listener goes on when a client has a wrong key, or dies in its conversation."""

import contextlib
import multiprocessing
import os
import socket
import threading
from multiprocessing import AuthenticationError
from multiprocessing.connection import Client, Listener


def serve(listener, answer):
    """Answer the messages of a Listener's clients with answer(message), for ever.

    Each client has a thread of its own, so `answer` runs in several at a time.
    """

    def talk(conn):
        with conn, contextlib.suppress(EOFError, ConnectionError):
            while True:
                conn.send(answer(conn.recv()))

    while True:
        try:  # the point
            conn = listener.accept()
        except (AuthenticationError, EOFError, ConnectionError):
            continue  # it had a wrong key, or was gone already
        threading.Thread(target=talk, args=[conn], daemon=True).start()


def run_server(report):
    listener = Listener(("127.0.0.1", 0), authkey=b"right")
    report.send(listener.address)
    serve(listener, str.upper)


def die_between(address):
    Client(address, authkey=b"right").send("what you answer, nobody reads")
    os._exit(0)


if __name__ == "__main__":
    here, there = multiprocessing.Pipe()
    server = multiprocessing.Process(target=run_server, args=[there], daemon=True)
    server.start()
    address = here.recv()
    socket.create_connection(address).close()  # gone before the key was asked for
    try:
        Client(address, authkey=b"wrong")
    except AuthenticationError as error:
        print("a wrong key:", error)
    client = multiprocessing.Process(target=die_between, args=[address])
    client.start()
    client.join()
    one, two = (Client(address, authkey=b"right") for _ in range(2))
    two.send("second")
    one.send("first")
    print("the others get", answers := [one.recv(), two.recv()])
    assert answers == ["FIRST", "SECOND"]
