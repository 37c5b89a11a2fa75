# /// script
# requires-python = ">=3.11"
# dependencies = ["numpy"]
# [tool.proof]
# kind = "recipe"
# platform = "linux"
# ///
"""A number set before NumPy is imported limits its threads; afterwards it is late."""

import multiprocessing
import os
import subprocess
import sys


def limit_blas_threads(number=1):
    """Have NumPy's libraries compute in that many threads, in child processes too."""
    if "numpy" in sys.modules:
        raise RuntimeError("too late: NumPy is imported, and has started its threads")
    for library in ("OMP", "OPENBLAS", "MKL", "BLIS", "VECLIB_MAXIMUM"):
        os.environ[f"{library}_NUM_THREADS"] = str(number)  # the point


def threads():
    """Return how many threads the kernel lists in this process."""
    return len(os.listdir("/proc/self/task"))


def tell(reports):
    reports.put(os.environ.get("OMP_NUM_THREADS"))


def tell_by_fork_server():
    """Return the number in the environment of a child of the fork server."""
    context = multiprocessing.get_context("forkserver")
    reports = context.SimpleQueue()
    child = context.Process(target=tell, args=[reports])
    child.start()
    child.join()
    return reports.get()


COUNT = "import os, numpy; print(len(os.listdir('/proc/self/task')))"
command = [sys.executable, "-c", COUNT]
if __name__ == "__main__":
    unlimited = int(subprocess.check_output(command))
    before = tell_by_fork_server()  # the server has started
    limit_blas_threads(1)
    import numpy

    child = int(subprocess.check_output(command))
    print(f"NumPy {numpy.__version__}, threads as it is: {unlimited}")
    print(f"after limit_blas_threads(1): {threads()}, in a child: {child}")
    print("in a child of a fork server from before:", tell_by_fork_server())
    assert threads() == child == 1 and tell_by_fork_server() == before
    try:
        limit_blas_threads(2)
    except RuntimeError as error:
        print("after the import:", error)
    else:
        raise AssertionError("it says nothing")
