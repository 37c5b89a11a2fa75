"""Buffered appends may cut a line written in pieces, but not one written at once."""

import contextlib
import tempfile
import threading

LINES = 100


def append(path, pieces, both):
    """Write line for line, in turn with the other thread."""
    with open(path, "ab", buffering=100) as file:  # 100 bytes, to see it soon
        for _ in range(LINES):
            for piece in pieces:
                file.write(piece)
            both.wait()


def cut_lines(path, left, right):
    """Let two threads append to one file; return the lines that are not whole."""
    both = threading.Barrier(2)
    threads = [
        threading.Thread(target=append, args=[path, pieces, both])
        for pieces in (left, right)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    whole = [b"".join(pieces) for pieces in (left, right)]
    with open(path, "rb") as file:
        found = file.readlines()
    assert sum(map(len, found)) == LINES * sum(map(len, whole))  # no byte is lost
    return [line for line in found if line not in whole]


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        cut = cut_lines(
            "pieces", [b"tea and ", b"milk\n"], [b"bread and ", b"butter\n"]
        )
        print("written in pieces: ", len(cut), "lines cut, such as", cut[0])
        assert cut
        cut = cut_lines("at_once", [b"tea and milk\n"], [b"bread and butter\n"])
        print("written at once:   ", len(cut), "lines cut")
        assert not cut
