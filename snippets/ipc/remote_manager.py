"""An unrelated interpreter uses a manager over TCP, unless its key is wrong."""

import os
import subprocess
import sys
from multiprocessing.managers import BaseManager

STRANGER = """
import os, sys
from multiprocessing import AuthenticationError
from multiprocessing.managers import BaseManager

BaseManager.register("board")  # the name alone: the class is unknown here
port, key = int(sys.argv[1]), sys.argv[2].encode()
manager = BaseManager(("127.0.0.1", port), key)
try:
    manager.connect()
except AuthenticationError as error:
    print(f"AuthenticationError: {error}")
else:
    manager.board().announce("08:15", f"Ghent, says {os.getpid()}")
    print(f"process {os.getpid()} has written")
"""


class Board:
    def __init__(self):
        self.lines = {}

    def announce(self, when, what):
        self.lines[when] = what

    def read(self):
        return self.lines


the_board = Board()


def get_board():
    return the_board


def run_stranger(port, key):
    command = [sys.executable, "-c", STRANGER, str(port), key]
    answer = subprocess.run(command, capture_output=True, text=True, check=True)
    print(f"with {key!r}: {answer.stdout}", end="")
    return answer.stdout


if __name__ == "__main__":
    BaseManager.register("board", get_board)
    with BaseManager(("127.0.0.1", 0), b"right key") as manager:
        port = manager.address[1]
        assert "AuthenticationError" in run_stranger(port, "wrong key")
        assert manager.board().read() == {}
        assert "has written" in run_stranger(port, "right key")
        print("main", os.getpid(), "reads:", manager.board().read())
        assert list(manager.board().read()) == ["08:15"]
