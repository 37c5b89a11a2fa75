# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# repeat = 20
# pythons = ["3.14", "3.14t"]
# ///
"""Two threads that hand over text and line end as one string keep every line whole."""

import io
import os
import threading

LINES = 300
begin = threading.Barrier(2)


def write(out, line):
    begin.wait()
    for _ in range(LINES):
        out.write(line + "\n")


if __name__ == "__main__":
    words = ["tea" * 10, "milk" * 10]
    # As python -u opens it: what is written goes out at once.
    with io.TextIOWrapper(io.FileIO("out.txt", "w"), write_through=True) as out:
        threads = [threading.Thread(target=write, args=[out, word]) for word in words]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    with open("out.txt") as file:
        lines = file.read().splitlines()
    os.remove("out.txt")
    whole = sorted(lines) == sorted(words * LINES)
    print("all lines whole" if whole else "some lines glued")
    assert whole
