# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# ///
"""put does not wait for room in the pipe; maxsize limits the number of items only."""

import fcntl
import multiprocessing
import queue
import sys
import termios
import time
from multiprocessing.synchronize import SEM_VALUE_MAX

ITEM = bytes(100_000)


def bytes_in_pipe(items):
    answer = fcntl.ioctl(items._reader, termios.FIONREAD, bytes(4))
    return int.from_bytes(answer, sys.byteorder)


if __name__ == "__main__":
    items = multiprocessing.Queue()
    for _ in range(50):
        items.put(ITEM)
    print(f"put without maxsize: {50 * len(ITEM):7} bytes, {items.qsize()} items")
    assert items.qsize() == 50
    room = fcntl.fcntl(items._writer, fcntl.F_GETPIPE_SZ)
    while (sent := bytes_in_pipe(items)) < room // 2:
        time.sleep(0.001)
    print(f"in the pipe:         {sent:7} bytes, it has room for {room}")
    assert sent <= room < len(ITEM)
    print("the only limit is what a semaphore counts to:", items._maxsize)
    assert items._maxsize == SEM_VALUE_MAX
    assert all(items.get() == ITEM for _ in range(50))

    for item in (b"", ITEM):
        items = multiprocessing.Queue(maxsize=2)
        items.put(item)
        items.put(item)
        try:
            items.put_nowait(item)
        except queue.Full:
            print(f"maxsize=2, each item {len(item):6} bytes: the third is refused")
        else:
            raise AssertionError("there was room for a third item")
        assert items.full()
        assert items.get() == items.get() == item
