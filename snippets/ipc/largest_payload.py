# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# ///
"""A producer that nobody reads ends only if its item fits into the pipe."""

import fcntl
import multiprocessing
import pickle
import time

fork = multiprocessing.get_context("fork")


def produce(items, size):
    items.put(bytes(size))


if __name__ == "__main__":
    room = fcntl.fcntl(fork.Queue()._writer, fcntl.F_GETPIPE_SZ)
    parts = (0.01, 0.25, 0.5, 0.75, 0.9, 0.95, 1, 1.05, 1.1, 1.5, 2, 20)
    sizes = [int(room * part) for part in parts]
    queues = {size: fork.Queue() for size in sizes}
    children = {}
    for size, items in queues.items():
        children[size] = fork.Process(target=produce, args=[items, size])
        children[size].start()

    for size in sizes[:5]:
        children[size].join()  # without a limit: these do end
    time.sleep(0.2)
    ended = [size for size in sizes if not children[size].is_alive()]
    print(f"room in the pipe:       {room} bytes")
    print(f"largest item that ends: {max(ended)} bytes")
    waiting = [size for size in sizes if size not in ended]
    print(f"smallest that does not: {min(waiting)} bytes")
    assert max(ended) < min(waiting)
    assert all(len(pickle.dumps(bytes(size))) <= room for size in ended)
    assert set(sizes[6:]) <= set(waiting)
    assert len(pickle.dumps(bytes(room))) > room

    for size, items in queues.items():
        assert len(items.get()) == size
        children[size].join()
    print("main has read them all, and all producers have ended")
