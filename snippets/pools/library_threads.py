# /// script
# requires-python = ">=3.11"
# dependencies = ["numpy"]
# [tool.proof]
# platform = "linux"
# limit = 30
# ///
"""NumPy reads how many threads it may have once, when it is imported."""

import multiprocessing
import os


def threads(order):
    """Multiply matrices in a new process; return how many threads it has then."""
    if order == "before":
        os.environ["OPENBLAS_NUM_THREADS"] = "1"
    import numpy

    if order == "after":
        os.environ["OPENBLAS_NUM_THREADS"] = "1"
    square = numpy.ones((300, 300))
    assert (square @ square)[0, 0] == 300
    return len(os.listdir("/proc/self/task"))


if __name__ == "__main__":
    spawn = multiprocessing.get_context("spawn")
    counts = {}
    for order in ("never", "before", "after"):
        with spawn.Pool(1) as pool:
            counts[order] = pool.apply(threads, [order])
        print(f"set {order:6} the import: {counts[order]} threads in each worker")
    cpus = len(os.sched_getaffinity(0))
    print(f"a pool of {cpus}, never set: {cpus * counts['never']} threads, {cpus} CPUs")
    assert counts["before"] == 1
    assert counts["after"] == counts["never"] >= min(cpus, 2)
