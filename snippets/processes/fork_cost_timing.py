# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# quiet = true
# ///
"""96 MiB more of memory make a fork several times dearer, also than a Popen."""

import mmap
import os
import subprocess
import time

SIZE = 96 * 2**20
programs = []


def cost_of(start):
    """Return the least CPU seconds that this thread needs to start a child."""
    costs = []
    for _ in range(2):
        begin = time.thread_time()
        pid = start()
        costs.append(time.thread_time() - begin)
        os.waitpid(pid, 0)
    return min(costs)


def fork():
    pid = os.fork()
    if pid == 0:
        os._exit(0)
    return pid


def popen():
    programs.append(subprocess.Popen(["true"]))
    return programs[-1].pid


def measure():
    """Return what a fork costs before memory is added, and a fork and Popen after."""
    small = cost_of(fork)
    with mmap.mmap(-1, SIZE, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS) as block:
        block.madvise(mmap.MADV_NOHUGEPAGE)
        block[:: mmap.PAGESIZE] = b"\1" * (SIZE // mmap.PAGESIZE)
        return small, cost_of(fork), cost_of(popen)


if __name__ == "__main__":
    rounds = [measure() for _ in range(5)]  # the first one warms up
    small, big, big_popen = map(min, zip(*rounds[1:], strict=True))
    print(f"os.fork, small parent: {small * 1e3:.3f} ms")
    print(f"os.fork, big parent: {big * 1e3:.3f} ms")
    print(f"subprocess.Popen, big parent: {big_popen * 1e3:.3f} ms")
    print(f"big parent / small parent, os.fork: {big / small:.1f} times")
    print(f"os.fork / subprocess.Popen, big parent: {big / big_popen:.1f} times")
    assert big > 3 * small
    assert big > 3 * big_popen
