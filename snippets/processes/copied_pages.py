# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# ///
"""A forked child shares its parent's pages, and has a copy of those it writes."""

import mmap
import multiprocessing
from pathlib import Path

PAGE = mmap.PAGESIZE
PAGES = 40 * 1024 * 1024 // PAGE
fork = multiprocessing.get_context("fork")


def mib(*names):
    """Add up fields of the kernel's account of this process's memory."""
    lines = Path("/proc/self/smaps_rollup").read_text().splitlines()[1:]
    fields = {line.split(":")[0]: int(line.split()[1]) for line in lines}
    return sum(fields[name] for name in names) / 1024


def child(conn):
    for step in ("at the start", "after reading all", "after writing half"):
        if step == "after reading all":
            assert sum(block[::PAGE]) == PAGES
        if step == "after writing half":
            block[: PAGES // 2 * PAGE : PAGE] = bytes(PAGES // 2)
        shared = mib("Shared_Clean", "Shared_Dirty")
        conn.send((step, mib("Private_Clean", "Private_Dirty"), shared, mib("Pss")))


if __name__ == "__main__":
    block = bytearray(b"\1") * (PAGES * PAGE)
    here, there = fork.Pipe()
    process = fork.Process(target=child, args=(there,))
    process.start()
    print("MiB of the child:     private   shared    Pss")
    private = {}
    for _ in range(3):
        step, private[step], shared, pss = here.recv()
        print(f"{step:<20} {private[step]:>8.1f} {shared:>8.1f} {pss:>6.1f}")
    process.join()
    start, read, written = private.values()
    assert start < 10 and read < start + 5
    assert 18 < written - read < 25
