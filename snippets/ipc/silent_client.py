"""A client that connects and says nothing keeps accept() from serving the others."""

import socket
import threading
from multiprocessing.connection import Client, Listener

KEY = b"open sesame"


def serve(listener):
    try:
        listener.accept().close()
    except (EOFError, ConnectionResetError):
        print("server: the silent client has gone")
    with listener.accept() as connection:
        connection.send("welcome")


def visit(address):
    with Client(address, authkey=KEY) as server:
        answers.append(server.recv())


with Listener(("127.0.0.1", 0), backlog=5, authkey=KEY) as listener:
    answers = []
    silent = socket.create_connection(listener.address)
    server = threading.Thread(target=serve, args=[listener], name="server")
    server.start()
    visitor = threading.Thread(target=visit, args=[listener.address], name="visitor")
    visitor.start()
    visitor.join(timeout=0.3)
    print("main:   the visitor waits:", visitor.is_alive())
    assert visitor.is_alive() and not answers

    silent.close()
    visitor.join()
    server.join()
    print("main:   the visitor has been told:", *answers)
    assert answers == ["welcome"]
