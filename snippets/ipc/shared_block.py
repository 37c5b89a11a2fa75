# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# limit = 30
# linger = 10
# ///
"""A process that knows only the name of a block reads and writes its bytes."""

import multiprocessing
import os
from multiprocessing.shared_memory import SharedMemory


def answer(name):
    block = SharedMemory(name)
    print("the child reads: ", bytes(block.buf[:5]))
    block.buf[:5] = b"GHENT"
    block.close()


if __name__ == "__main__":
    block = SharedMemory(create=True, size=6_000)
    try:
        block.buf[:5] = b"ghent"
        spawn = multiprocessing.get_context("spawn")
        child = spawn.Process(target=answer, args=[block.name])
        child.start()
        child.join()
        print("main reads:      ", bytes(block.buf[:5]))
        assert bytes(block.buf[:5]) == b"GHENT"
        assert bytes(block.buf[5:]) == bytes(5_995)  # zeros, as it began

        file = os.stat(f"/dev/shm/{block.name}")
        print(f"its file:         /dev/shm/{block.name}, {file.st_size} bytes")
        assert file.st_size == block.size >= 6_000
        assert file.st_mode & 0o077 == 0  # for this user only
    finally:
        block.close()
        block.unlink()
    assert not os.path.exists(f"/dev/shm/{block.name}")
