# /// script
# [tool.proof]
# kind = "plain"
# ///
"""A child writes into a block of shared memory that it finds by its name."""

import multiprocessing
from multiprocessing.shared_memory import SharedMemory


def write(name):
    block = SharedMemory(name)
    block.buf[:5] = b"hello"
    block.close()


if __name__ == "__main__":
    block = SharedMemory(create=True, size=100)
    child = multiprocessing.Process(target=write, args=[block.name])
    child.start()
    child.join()
    text = bytes(block.buf[:5])
    print("main reads", text)
    block.close()
    block.unlink()
    assert text == b"hello"
