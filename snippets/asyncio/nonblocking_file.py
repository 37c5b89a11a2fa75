# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# ///
"""A regular file cannot be waited for: epoll refuses it, select calls it ready."""

import os
import select
import tempfile

notes, path = tempfile.mkstemp()
os.unlink(path)  # the file goes with its descriptor
os.write(notes, b"news")
os.set_blocking(notes, False)
reader, writer = os.pipe()
os.set_blocking(reader, False)


def asked_of_epoll(descriptor):
    with select.epoll() as epoll:
        try:
            epoll.register(descriptor)
        except PermissionError as error:
            return type(error).__name__
        return "taken"


def asked_of_select(descriptor):
    ready, _, _ = select.select([descriptor], [], [], 0)
    return "ready" if ready else "not ready"


print("             epoll             select")
for name, descriptor in ("empty pipe", reader), ("file", notes):
    print(f"{name:12} {asked_of_epoll(descriptor):17} {asked_of_select(descriptor)}")
assert (asked_of_epoll(reader), asked_of_select(reader)) == ("taken", "not ready")
assert (asked_of_epoll(notes), asked_of_select(notes)) == ("PermissionError", "ready")
os.lseek(notes, 0, os.SEEK_END)
assert os.read(notes, 9) == b""  # the end of the file: no BlockingIOError
assert asked_of_select(notes) == "ready"  # even here
print("at the file's end: still", asked_of_select(notes))
for descriptor in notes, reader, writer:
    os.close(descriptor)
