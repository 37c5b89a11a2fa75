# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# ///
"""With protocol 5 a pickle can leave the big block out, and nothing is copied."""

import mmap
import multiprocessing
import pickle

SIZE = 16 * 2**20


class Picture:
    def __init__(self, title, pixels):
        self.title, self.pixels = title, pixels

    def __reduce_ex__(self, protocol):
        return Picture, (self.title, pickle.PickleBuffer(self.pixels))


def paint(connection, block):
    """Put the picture together from what came and the block that is shared."""
    picture = pickle.loads(connection.recv_bytes(), buffers=[block])
    picture.pixels[0] = 255
    print("the child has painted on", repr(picture.title))


if __name__ == "__main__":
    fork = multiprocessing.get_context("fork")
    here, there = fork.Pipe()
    block = mmap.mmap(-1, SIZE)  # a child after fork has the same memory
    picture = Picture("sunrise", block)

    print(f"as one pickle:   {len(pickle.dumps(picture, 5)):,} bytes")
    assert len(pickle.dumps(picture, 5)) > SIZE
    apart = []
    data = pickle.dumps(picture, 5, buffer_callback=apart.append)
    print(f"buffer left out: {len(data)} bytes, and {len(apart)} buffer apart")
    assert len(data) < 200 and len(apart) == 1

    child = fork.Process(target=paint, args=[there, block])
    child.start()
    here.send_bytes(data)
    child.join()
    print("main's first pixel:", picture.pixels[0])
    assert picture.pixels[0] == 255
