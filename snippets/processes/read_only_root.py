# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# kind = "symptom"
# reach = ["mount"]
# ///
"""Without a folder for temporary files Manager and forkserver fail, and spawn works."""

import ctypes
import os
import tempfile
from multiprocessing import get_context

NEWNS, PRIVATE, SETATTR, ALL = 1 << 17, 1 << 18, 442, 0x8000
fork, spawn, forkserver = map(get_context, ("fork", "spawn", "forkserver"))


def make_read_only():
    libc, attributes = ctypes.CDLL(None), (ctypes.c_uint64 * 4)(1, 0, PRIVATE, 0)
    return (
        libc.unshare(NEWNS) == 0
        and libc.syscall(SETATTR, -100, b"/", ALL, attributes, 32) == 0
        and libc.mount(b"tmpfs", b"/dev/shm", b"tmpfs", 0, None) == 0
    )


def start(child):
    child.start()
    child.join()
    assert child.exitcode == 0


def fails(name, way):
    try:
        way()
        print(f"  {name + ':':11} works")
    except Exception as error:
        print(f"  {name + ':':11}", f"{type(error).__name__}: {error}")
        return True


def run_all():
    ways = {
        "tempfile": lambda: tempfile.TemporaryFile().close(),
        "Manager": lambda: fork.Manager().shutdown(),
        "forkserver": lambda: start(forkserver.Process()),
        "spawn": lambda: start(spawn.Process()),
        "Queue": fork.Queue,
    }
    return [name for name, way in ways.items() if fails(name, way)]


if __name__ == "__main__":
    if not make_read_only():
        print("This system lets nobody here make it read-only.")
        raise SystemExit
    os.chdir("/")
    os.environ.pop("TMPDIR", None)
    print("read-only:")
    kept = os.dup(2)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # a Manager's process says it too
    refused = run_all()
    os.dup2(kept, 2)
    os.environ["TMPDIR"] = "/dev/shm"
    print("with TMPDIR=/dev/shm:")
    assert run_all() == [] and refused == ["tempfile", "Manager", "forkserver"]
