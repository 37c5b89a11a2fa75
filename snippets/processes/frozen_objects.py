# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# ///
"""A collection in a forked child copies its objects' pages, unless they are frozen."""

import gc
import multiprocessing
from pathlib import Path

fork = multiprocessing.get_context("fork")


def private():
    """Return the MiB that this process shares with no other."""
    lines = Path("/proc/self/smaps_rollup").read_text().splitlines()
    return sum(int(x.split()[1]) for x in lines if x.startswith("Private")) / 1024


def collect(conn):
    before = private()
    gc.collect()
    conn.send(private() - before)


def copied_by_collecting():
    here, there = fork.Pipe()
    child = fork.Process(target=collect, args=(there,))
    child.start()
    growth = here.recv()
    child.join()
    return growth


if __name__ == "__main__":
    shelves = [[] for _ in range(200_000)]
    gc.collect()
    print("pages that a child copies in gc.collect(), in MiB")
    usual = copied_by_collecting()
    print(f"200,000 lists:                        {usual:5.1f}")
    gc.freeze()
    assert gc.get_freeze_count() > 200_000
    frozen = copied_by_collecting()
    print(f"the same after gc.freeze() in main:   {frozen:5.1f}")
    assert usual > 8
    assert frozen < 4
