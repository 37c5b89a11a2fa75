# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# ///
"""After a fork an address is the same in parent and child, and its content is not."""

import ctypes
import multiprocessing

notice = ctypes.create_string_buffer(b"open")
fork = multiprocessing.get_context("fork")


def change(conn):
    notice.value = b"shut"
    address = ctypes.addressof(notice)
    conn.send((id(notice), address, ctypes.string_at(address)))


if __name__ == "__main__":
    here, there = fork.Pipe()
    child = fork.Process(target=change, args=(there,))
    child.start()
    identity, address, content = here.recv()
    print(f"child: at address {address:#x} is {content}")
    child.join()

    mine = ctypes.addressof(notice)
    print(f"main:  at address {mine:#x} is {ctypes.string_at(mine)}")
    assert (identity, address) == (id(notice), mine)
    assert content == b"shut"
    assert ctypes.string_at(mine) == b"open"
