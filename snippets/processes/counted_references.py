# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# pythons = ["3.14", "3.14t"]
# ///
"""A forked child that reads many objects gets copies of their pages all the same."""

import multiprocessing
from pathlib import Path

fork = multiprocessing.get_context("fork")


def private():
    """Return the MiB that this process shares with no other."""
    lines = Path("/proc/self/smaps_rollup").read_text().splitlines()
    return sum(int(x.split()[1]) for x in lines if x.startswith("Private")) / 1024


def read(data, conn):
    before = private()
    for _ in data:
        pass
    conn.send(private() - before)


def copied_by_reading(data):
    here, there = fork.Pipe()
    child = fork.Process(target=read, args=(data, there))
    child.start()
    growth = here.recv()
    child.join()
    return growth


if __name__ == "__main__":
    strings = [f"order {number}" for number in range(200_000)]
    one_string = [strings[0]] * 1_000_000
    block = bytes(4 * 1024 * 1024)

    print("pages that a child copies while it only reads, in MiB")
    many = copied_by_reading(strings)
    print(f"a list of 200,000 strings:                {many:5.1f}")
    one = copied_by_reading(one_string)
    print(f"a list of one string, 1,000,000 times:    {one:5.1f}")
    none = copied_by_reading(block)
    print(f"one bytes object, 4 MiB:                  {none:5.1f}")
    assert many > 8
    assert one < 1 and none < 1
