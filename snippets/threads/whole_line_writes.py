# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# repeat = 20
# pythons = ["3.14", "3.14t"]
# ///
"""Two threads that hand over text and line end as one string keep every line whole."""

import io
import tempfile
import threading

LINES = 300
begin = threading.Barrier(2)


def write(out, line):
    begin.wait()
    for _ in range(LINES):
        out.write(line + "\n")


if __name__ == "__main__":
    words = ["tea" * 10, "milk" * 10]
    with tempfile.TemporaryFile(buffering=0) as file:
        # As python -u opens it: what is written goes out at once.
        out = io.TextIOWrapper(file, write_through=True)
        threads = [threading.Thread(target=write, args=[out, word]) for word in words]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        out.seek(0)
        lines = out.read().splitlines()

    whole = sorted(lines) == sorted(words * LINES)
    print("all lines whole" if whole else "some lines glued")
    assert whole
