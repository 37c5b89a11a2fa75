# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "symptom"
# platform = "linux"
# reach = ["mount"]
# ///
"""Without /dev/shm every lock of multiprocessing fails, and Process and Pipe work."""

import ctypes
import multiprocessing

NEWNS, NEWUSER, PRIVATE = 0x20000, 0x10000000, 0x44000
fork = multiprocessing.get_context("fork")
MAKERS = {
    "Lock": fork.Lock,
    "Queue": fork.Queue,
    "Event": fork.Event,
    "Pool": fork.Pool,
}


def hide_shm():
    """Give this process a /dev in which there is no shm."""
    libc = ctypes.CDLL(None)
    return (
        (libc.unshare(NEWNS) == 0 or libc.unshare(NEWUSER | NEWNS) == 0)
        and libc.mount(None, b"/", None, PRIVATE, None) == 0
        and libc.mount(b"tmpfs", b"/dev", b"tmpfs", 0, None) == 0
    )


def attempt(make):
    try:
        make()
    except OSError as error:
        return f"{type(error).__name__}: {error}"
    return "works"


def try_all(conn):
    if not hide_shm():
        conn.send({})
        return
    said = {name: attempt(make) for name, make in MAKERS.items()}
    here, there = fork.Pipe()
    child = fork.Process(target=there.send, args=["works"])
    child.start()
    child.join()
    conn.send(said | {"Process, Pipe": here.recv()})


if __name__ == "__main__":
    here, there = fork.Pipe()
    child = fork.Process(target=try_all, args=[there])
    child.start()
    said = here.recv()
    child.join()
    if not said:
        print("This system lets nobody here have a /dev of his own.")
    for name, words in said.items():
        print(f"{name + ':':14} {words}")
        missing = "FileNotFoundError: [Errno 2] No such file or directory"
        assert words == ("works" if "Pipe" in name else missing)
