# /// script
# [tool.proof]
# kind = "recipe"
# limit = 30
# ///
"""A Listener goes on when a client has no key, talks HTTP, or goes at its message."""

import contextlib
import multiprocessing
import socket
import threading
from multiprocessing import AuthenticationError
from multiprocessing.connection import Client, Listener


def serve(listener, answer):
    """Answer the messages of a Listener's clients with answer(message), for ever.

    Each client has a thread of its own; an error of `answer` ends that one alone.
    """

    def talk(conn):
        with conn:
            while True:
                try:
                    message = conn.recv()
                except (EOFError, OSError):
                    return  # it is gone
                reply = answer(message)
                with contextlib.suppress(ConnectionError):
                    conn.send(reply)

    while True:
        try:  # the point
            conn = listener.accept()
            threading.Thread(target=talk, args=[conn], daemon=True).start()
        except (AuthenticationError, EOFError, OSError) as error:
            if type(error) is OSError and "message" not in str(error):
                raise  # no client's doing: the listener is closed, or no file is left


def run_server(report):
    listener = Listener(("127.0.0.1", 0), authkey=b"right")
    report.send(listener.address)
    serve(listener, str.upper)


if __name__ == "__main__":
    here, there = multiprocessing.Pipe()
    server = multiprocessing.Process(target=run_server, args=[there], daemon=True)
    server.start()
    address = here.recv()
    for no_key in (b"", b"GET / HTTP/1.1\r\n\r\n", b"\0\0\0\7part"):
        with socket.create_connection(address) as stranger:
            stranger.sendall(no_key)
    with contextlib.suppress(AuthenticationError):
        Client(address, authkey=b"wrong")
        raise AssertionError("it has let us in")
    with Client(address, authkey=b"right") as client:
        client.send("what you answer, nobody reads")
    one, two = (Client(address, authkey=b"right") for _ in range(2))
    two.send("second")
    one.send("first")
    print("after five that went, the others get", answers := [one.recv(), two.recv()])
    assert answers == ["FIRST", "SECOND"]
