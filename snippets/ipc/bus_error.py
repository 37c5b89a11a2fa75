# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "symptom"
# platform = "linux"
# reach = ["mount"]
# ///
"""A block larger than /dev/shm is made all the same, and writing to it kills."""

import ctypes
import faulthandler
import multiprocessing
import os
import signal
from multiprocessing import resource_tracker
from multiprocessing.shared_memory import SharedMemory

NEWNS, NEWUSER, PRIVATE = 0x20000, 0x10000000, 0x44000
fork = multiprocessing.get_context("fork")


def small_shm():
    """Give this process a /dev/shm of 1 MiB, as a container has one of 64 MiB."""
    libc, size = ctypes.CDLL(None), b"size=1m"
    return (
        (libc.unshare(NEWNS) == 0 or libc.unshare(NEWUSER | NEWNS) == 0)
        and libc.mount(None, b"/", None, PRIVATE, None) == 0
        and libc.mount(b"tmpfs", b"/dev/shm", b"tmpfs", 0, size) == 0
    )


def fill(asks_first, conn):
    if not small_shm():
        os._exit(0)
    faulthandler.disable()  # it would tell where; this is how it looks without
    block = SharedMemory(create=True, size=4_000_000)
    resource_tracker.unregister(block._name, "shared_memory")  # it ends with this shm
    conn.send(f"made a block of {block.size} bytes")
    try:
        if asks_first:  # the kernel reserves all of it now, or refuses
            os.posix_fallocate(block._fd, 0, block.size)
        block.buf[:] = bytes(block.size)
    except OSError as error:
        conn.send(f"OSError: {error}")


if __name__ == "__main__":
    for asks_first in (False, True):
        here, there = fork.Pipe(duplex=False)
        child = fork.Process(target=fill, args=[asks_first, there])
        child.start()
        there.close()
        child.join()
        said = [here.recv() for _ in range(here.poll() and 1 + asks_first)]
        if not said:
            print("This system lets nobody here have a /dev/shm of his own.")
            break
        code = child.exitcode
        said.append("ended" if code == 0 else f"{signal.strsignal(-code)} ({code})")
        print("asks first:" if asks_first else "just writes:", *said, sep="\n  ")
        assert code == (0 if asks_first else -signal.SIGBUS)
        assert (
            not asks_first or said[1] == "OSError: [Errno 28] No space left on device"
        )
