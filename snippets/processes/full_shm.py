# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# kind = "symptom"
# reach = ["mount"]
# ///
"""In a full /dev/shm no lock can be made, while a RawArray takes a file in /tmp."""

import ctypes
import multiprocessing
import os
import re
import tempfile
import traceback
from pathlib import Path

NEWNS, PRIVATE = 0x20000, 0x44000
fork = multiprocessing.get_context("fork")
WAYS = {
    "Lock": fork.Lock,
    "Queue": fork.Queue,
    "Pool": fork.Pool,
    "RawArray": lambda: fork.RawArray("i", 1000),
}


def fill_shm():
    """Give this process a /dev/shm of 1 MiB in which there is no room left."""
    libc, size = ctypes.CDLL(None), b"size=1m"
    if (
        libc.unshare(NEWNS)
        or libc.mount(None, b"/", None, PRIVATE, None)
        or libc.mount(b"tmpfs", b"/dev/shm", b"tmpfs", 0, size)
    ):
        return False
    full = os.open("/dev/shm/of_somebody", os.O_CREAT | os.O_WRONLY)
    os.posix_fallocate(full, 0, 1 << 20)
    return True


def try_all(conn):
    conn.send({name: attempt(WAYS[name]) for name in WAYS} if fill_shm() else {})


def attempt(way):
    try:
        way()
    except OSError as error:
        return traceback.format_exception_only(error)[-1].strip()
    [file] = re.findall(r"/\S+/pym-\S+", Path("/proc/self/maps").read_text())
    assert file.startswith(tempfile.gettempdir())
    return "works, in a temporary file"


if __name__ == "__main__":
    here, there = fork.Pipe(duplex=False)
    child = fork.Process(target=try_all, args=[there])
    child.start()
    said = here.recv()
    child.join()
    if not said:
        print("no /dev/shm of one's own can be made here")
    full = "OSError: [Errno 28] No space left on device"
    for name, text in said.items():
        print(f"{name + ':':10}{text}")
        assert text == ("works, in a temporary file" if name == "RawArray" else full)
