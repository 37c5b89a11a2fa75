# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# linger = 10
# ///
"""close lets go of the memory in one process; unlink takes the name away for all."""

from multiprocessing.shared_memory import SharedMemory
from pathlib import Path

first = SharedMemory(create=True, size=10)
file = Path("/dev/shm", first.name)
first.buf[0] = 7
first.close()
print("closed by all:     ", "the file is there" if file.exists() else "no file")
assert file.exists()

second = SharedMemory(first.name)
print("opened again:      ", second.buf[0])
assert second.buf[0] == 7

second.unlink()
print("unlinked:          ", "the file is there" if file.exists() else "no file")
assert not file.exists()

second.buf[0] += 1
print("still open here:   ", second.buf[0])
assert second.buf[0] == 8
try:
    SharedMemory(first.name)
except FileNotFoundError:
    print("opened by its name: FileNotFoundError")
else:
    raise AssertionError("the name still leads to it")

view = second.buf[:5]
try:
    second.close()
except BufferError as error:
    print("closed with a view:", error)
else:
    raise AssertionError("it was closed")
view.release()
second.close()
assert second.buf is None
