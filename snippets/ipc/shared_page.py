# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# args = [["fork"], ["spawn"]]
# ///
"""Parent and child have the same deleted file mapped where their Value lies."""

import ctypes
import multiprocessing
import os
import sys
from pathlib import Path


def mapping(value):
    """Return the value's address, and the device, inode and name of its file."""
    address = ctypes.addressof(value.get_obj())
    for line in Path("/proc/self/maps").read_text().splitlines():
        first, last = (int(end, 16) for end in line.split()[0].split("-"))
        if first <= address < last:
            return hex(address), *line.split(None, 5)[3:]  # device, inode, name
    raise AssertionError("it lies in no mapping")


def child_main(value, report):
    value.value += 5
    report.send((os.getpid(), *mapping(value)))


if __name__ == "__main__":
    context = multiprocessing.get_context(sys.argv[1])
    value = context.Value("i", 15)
    here, there = context.Pipe()
    child = context.Process(target=child_main, args=[value, there])
    child.start()
    childs_pid, *of_child = here.recv()
    child.join()
    of_main = mapping(value)

    for who, (address, _, inode, _) in (("main", of_main), ("child", of_child)):
        print(f"{who:5}  address {address}  inode {inode}")
    name = of_main[3]
    print(f"the file is in {os.path.dirname(name)}, and its name is {name.split()[-1]}")
    print("the child added 5:", value.value)
    assert value.value == 20
    assert of_main[1:3] == tuple(of_child[1:3])
    assert name.endswith("(deleted)")
