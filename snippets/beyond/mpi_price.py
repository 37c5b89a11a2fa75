# /// script
# requires-python = ">=3.11"
# dependencies = ["mpi4py", "mpich", "psutil"]
# [tool.proof]
# platform = "linux"
# group = "beyond"
# limit = 60
# ///
"""Sending a task through MPI costs less CPU time than a task of 10 ms."""

import contextlib
import subprocess
import sys

import psutil
from mpi4py.futures import MPIPoolExecutor


def task(text):
    """Return how long a text is, which is no work at all."""
    return len(text)


def family():
    return [psutil.Process(), *psutil.Process().children(recursive=True)]


def used():
    """Return the CPU seconds that this program and all that it started have used."""
    total = 0
    for one in family():
        with contextlib.suppress(psutil.NoSuchProcess):
            total += sum(one.cpu_times()[:4])
    return total


def price(name, engine, count):
    """Return the CPU seconds that a task without work costs; say what else costs."""
    before = used()
    with engine() as run:
        run([""] * 4)
        start, before = used() - before, used()
        run([""] * count)
        task, before = (used() - before) / count, used()
        for _ in range(5):
            run([str(one) * 2**20 for one in range(8)])
        argument = (used() - before) / 40
        memory = sum(one.memory_full_info().pss for one in family()[1:])
    print(
        f"{name:6} {start:6.1f} s {task * 1e3:8.2f} ms {argument * 1e3:8.2f} ms", end=""
    )
    print(f"{memory / 2**20:8.0f} MiB")
    return task


@contextlib.contextmanager
def mpi():
    with MPIPoolExecutor() as pool:
        yield lambda texts: list(pool.map(task, texts))


if __name__ == "__main__":
    if sys.argv[1:]:
        assert price("MPI", mpi, 1000) < 0.01
    else:
        print("        start    each task   each MiB   memory of the others")
        python = [sys.executable, "-m", "mpi4py.futures", __file__, "main"]
        subprocess.run(["mpiexec", "-n", "3", *python], check=True)
