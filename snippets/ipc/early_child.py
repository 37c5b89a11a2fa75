# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# linger = 10
# stderr = "leaked shared_memory"
# ///
"""A child forked before main's first block removes it; a later child does no harm."""

import multiprocessing
import time
from multiprocessing import resource_tracker
from multiprocessing.shared_memory import SharedMemory
from pathlib import Path

fork = multiprocessing.get_context("fork")


def read(names):
    block = SharedMemory(names.recv())
    print("    it reads", block.buf[0])
    block.close()


if __name__ == "__main__":
    for when in ["before", "after"]:
        print(f"the child was forked {when} main's first block")
        names, sent = fork.Pipe(duplex=False)
        child = fork.Process(target=read, args=[names])
        child.start()
        block = SharedMemory(create=True, size=10)
        block.buf[0] = 7
        sent.send(block.name)
        child.join()

        file = Path("/dev/shm", block.name)
        while when == "before" and file.exists():
            time.sleep(0.01)  # until the child's own tracker has done its work
        print("    the block is", "still there" if file.exists() else "gone")
        assert file.exists() == (when == "after")
        block.close()
        if when == "after":
            block.unlink()
        else:
            resource_tracker.unregister("/" + block.name, "shared_memory")
