# /// script
# [tool.proof]
# kind = "recipe"
# limit = 30
# ///
"""A replaced file is seen whole, old or new, and an error leaves it as it was."""

import multiprocessing
import os
import tempfile
from pathlib import Path


def replace_file(path, text):
    """Give a file a new text; who reads it finds the old text or the new, whole.

    The new file belongs to this user alone, whatever the old one allowed. Who is killed
    at it leaves the old text, and a file that begins with the same name.
    """
    path = Path(path).resolve()  # the file itself, where this is a link to it
    descriptor, new = tempfile.mkstemp(dir=path.parent, prefix=path.name)
    try:
        with open(descriptor, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())  # on the disk, before the name changes
        os.replace(new, path)  # the point
    except BaseException:
        Path(new).unlink(missing_ok=True)
        raise


def write(path, stop):
    while not stop.is_set():
        for letter in "ab":
            replace_file(path, letter * 100_000)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "state.txt")
        replace_file(path, "a" * 100_000)
        stop = multiprocessing.Event()
        writer = multiprocessing.Process(target=write, args=[path, stop])
        writer.start()
        seen, looks = set(), 0
        while len(seen) < 2 or looks < 500:
            seen.add(path.read_text())
            looks += 1
        stop.set()
        writer.join()
        print("a reader sees", sorted({text[0] + "…" + text[-1] for text in seen}))
        assert seen == {"a" * 100_000, "b" * 100_000}
        try:
            replace_file(path, "half of this " + "\ud800")  # no such character in UTF-8
        except UnicodeEncodeError as error:
            print("an error while writing:", error.reason)
        print("after it the folder holds", os.listdir(folder))
        assert path.read_text() in seen and os.listdir(folder) == ["state.txt"]
