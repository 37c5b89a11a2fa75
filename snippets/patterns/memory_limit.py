# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# ///
"""A limit on a worker's memory raises MemoryError there, and limits nobody else."""

import multiprocessing
import resource
from pathlib import Path

fork = multiprocessing.get_context("fork")
MIB = 1 << 20


def set_up(allowance):
    """Limit this process to what it has now and so many bytes more."""
    pages = int(Path("/proc/self/statm").read_text().split()[0])
    limit = pages * resource.getpagesize() + allowance
    resource.setrlimit(resource.RLIMIT_AS, (limit, resource.RLIM_INFINITY))


def job(mebibytes):
    return len(bytearray(mebibytes * MIB)) // MIB


if __name__ == "__main__":
    before = resource.getrlimit(resource.RLIMIT_AS)
    with fork.Pool(2, set_up, (256 * MIB,)) as pool:
        sizes = 10, 3000, 20, 30
        results = {size: pool.apply_async(job, (size,)) for size in sizes}
        answers = {}
        for size, result in results.items():
            try:
                answers[size] = result.get()
            except MemoryError:
                answers[size] = "MemoryError"
            print(f"a job that wants {size:4} MiB: {answers[size]}")
    unlimited = resource.getrlimit(resource.RLIMIT_AS) == before
    print("main's own limit is as it was:", unlimited)
    assert unlimited
    assert answers == {10: 10, 3000: "MemoryError", 20: 20, 30: 30}
