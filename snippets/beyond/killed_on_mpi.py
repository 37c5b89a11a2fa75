# /// script
# requires-python = ">=3.11"
# dependencies = ["mpi4py", "mpich"]
# [tool.proof]
# kind = "symptom"
# group = "beyond"
# limit = 30
# ///
"""MPI ends all processes when one worker is killed: no task has a result."""

import os
import pathlib
import signal
import subprocess
import sys
import tempfile

from mpi4py.futures import MPIPoolExecutor


def work(item, mark):
    """Return a square; who begins with item 2 first is killed in the middle of it."""
    if item == 2 and not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return item * item


def main(mark):
    with MPIPoolExecutor() as pool:
        print("results:", list(pool.map(work, range(5), [mark] * 5)))


if __name__ == "__main__":
    if sys.argv[1:]:
        main(pathlib.Path(sys.argv[1]))
    else:
        with tempfile.TemporaryDirectory() as folder:
            mark = pathlib.Path(folder, "killed")
            python = [sys.executable, "-m", "mpi4py.futures", __file__, mark]
            ended = subprocess.run(
                ["mpiexec", "-n", "3", *python], stdout=subprocess.PIPE, text=True
            )
            print("a worker was killed:", mark.exists())
            told = [line for line in ended.stdout.splitlines() if "=   " in line]
            print(*told, f"exit code of mpiexec: {ended.returncode}", sep="\n")
            assert mark.exists() and ended.returncode
            assert "results" not in ended.stdout and "BAD TERMINATION" in ended.stdout
