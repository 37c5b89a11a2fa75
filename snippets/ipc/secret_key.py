# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# args = [["AF_UNIX"], ["AF_INET"]]
# ///
"""A Listener and a Client exchange objects, but only if both have the same key."""

import subprocess
import sys
from multiprocessing import AuthenticationError
from multiprocessing.connection import Listener

CLIENT = """
import sys
from multiprocessing import AuthenticationError
from multiprocessing.connection import Client
try:
    server = Client(eval(sys.argv[1]), authkey=sys.argv[2].encode())
except AuthenticationError as error:
    print("client:", error)
else:
    with server:
        server.send({"apples": 3, "pears": 4})
        print("client: together", server.recv())
"""

accepted = []
with Listener(family=sys.argv[1], authkey=b"open sesame") as listener:
    for key in ("open simsim", "open sesame"):
        arguments = [sys.executable, "-c", CLIENT, repr(listener.address), key]
        client = subprocess.Popen(arguments)
        try:
            connection = listener.accept()
        except AuthenticationError as error:
            print("server:", error)
        else:
            with connection:
                order = connection.recv()
                print("server: an order,", order)
                connection.send(sum(order.values()))
                accepted.append((key, order))
        assert client.wait() == 0
assert accepted == [("open sesame", {"apples": 3, "pears": 4})]
