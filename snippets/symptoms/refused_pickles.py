# /// script
# [tool.proof]
# kind = "symptom"
# ///
"""Pickle refuses what has no name to be found by, and what only this process has."""

import pickle
import socket
import sqlite3
import sys
import threading
import traceback


def main() -> None:
    def local() -> None:
        pass

    class Local:
        pass

    refused = [
        lambda: None,
        local,
        Local(),
        threading.Lock(),
        threading.RLock(),
        threading.local(),
        (number for number in range(3)),
        sys.stdin,
        sys.stdin.buffer,
        socket.socket(),
        sqlite3.connect(":memory:"),
        sys,
        sys._getframe(),
        {}.keys(),
    ]
    lines = [said(one) for one in refused]
    print(*lines, sep="\n")
    assert len(set(lines)) == len(refused)
    refused[9].close()
    refused[10].close()


def said(one: object) -> str:
    """Return the last line of the traceback that people paste."""
    try:
        return f"{pickle.dumps(one)} is a pickle"
    except Exception as error:
        return "".join(traceback.format_exception_only(error)).strip()


if __name__ == "__main__":
    main()
