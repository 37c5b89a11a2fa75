"""With O_APPEND two descriptors lose nothing; without it they write over each other."""

import contextlib
import os
import tempfile
import threading

LINES = 500


def write(descriptor, line, begin):
    begin.wait()
    for _ in range(LINES):
        os.write(descriptor, line)  # a whole line at once


def write_both(path, flags):
    """Let two threads write through descriptors of their own; return the lines."""
    lines = [b"tea and milk\n", b"tea and cake\n"]
    opened = [os.open(path, os.O_WRONLY | os.O_CREAT | flags) for _ in lines]
    begin = threading.Barrier(2)
    threads = [
        threading.Thread(target=write, args=[descriptor, line, begin])
        for descriptor, line in zip(opened, lines, strict=True)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for descriptor in opened:
        os.close(descriptor)
    with open(path, "rb") as file:
        found = file.readlines()
    print(f"{path:10} {len(found)} lines of {2 * LINES}")
    return found, lines


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        found, lines = write_both("append.txt", os.O_APPEND)
        assert sorted(found) == sorted(lines * LINES)  # each line whole, none lost
        found, lines = write_both("plain.txt", 0)
        assert len(found) == LINES  # each position was written twice
