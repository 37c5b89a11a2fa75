# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# ///
"""What a process writes to a shared map, others see; to a private one, nobody else."""

import contextlib
import mmap
import multiprocessing
import tempfile
from pathlib import Path

FLAGS = {"shared": mmap.MAP_SHARED, "private": mmap.MAP_PRIVATE}


def map_file(kind):
    with open(kind, "r+b") as file:
        return mmap.mmap(file.fileno(), 5, flags=FLAGS[kind])


def write(anonymous):
    for kind in FLAGS:
        anonymous[kind][:] = b"GHENT"
        map_file(kind)[:] = b"GHENT"  # a map of the child's own


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        anonymous, of_file = {}, {}
        for kind in FLAGS:
            anonymous[kind] = mmap.mmap(-1, 5, flags=FLAGS[kind] | mmap.MAP_ANONYMOUS)
            anonymous[kind][:] = b"ghent"
            Path(kind).write_bytes(b"ghent")
            of_file[kind] = map_file(kind)

        fork = multiprocessing.get_context("fork")
        child = fork.Process(target=write, args=[anonymous])
        child.start()
        child.join()

        print("         no file   map of a file  the file")
        for kind in FLAGS:
            seen = anonymous[kind][:], of_file[kind][:], Path(kind).read_bytes()
            print(f"{kind:8}", "  ".join(map(str, seen)))
            assert set(seen) == {b"GHENT" if kind == "shared" else b"ghent"}
