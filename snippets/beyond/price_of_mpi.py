# /// script
# requires-python = ">=3.11"
# dependencies = ["mpi4py", "mpich", "psutil"]
# [tool.proof]
# platform = "linux"
# group = "beyond"
# limit = 60
# ///
"""With MPI each task costs less than 1 ms of CPU time beside its work."""

import contextlib
import subprocess
import sys

import psutil
from mpi4py.futures import MPIPoolExecutor


def used():
    """Return the CPU seconds and the bytes that mpiexec's processes have taken."""
    seconds = memory = 0
    for one in psutil.Process().parent().children(recursive=True):
        with contextlib.suppress(psutil.NoSuchProcess):
            seconds += sum(one.cpu_times()[:4])
            memory += one.memory_full_info().pss
    return seconds, memory


def main():
    with MPIPoolExecutor() as pool:

        def run(texts):
            assert list(pool.map(len, texts)) == list(map(len, texts))

        run([""] * 4)
        start, memory = used()
        run([""] * 1000)
        tasks, _ = used()
        run([str(one) * 2**20 for one in range(8)])
        texts, _ = used()
    each = (tasks - start) / 1000
    print(f"MPI: {start:.1f} s of CPU time and {memory / 2**20:.0f} MiB to begin")
    print(f"each task: {each * 1e3:.2f} ms of CPU time")
    print(f"each with 1 MiB of text: {(texts - tasks) / 8 * 1e3:.1f} ms of CPU time")
    assert each < 0.001


if __name__ == "__main__":
    if sys.argv[1:]:
        main()
    else:
        python = [sys.executable, "-m", "mpi4py.futures", __file__, "main"]
        subprocess.run(["mpiexec", "-n", "3", *python], check=True)
