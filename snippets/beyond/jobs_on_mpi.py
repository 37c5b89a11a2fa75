# /// script
# requires-python = ">=3.11"
# dependencies = ["mpi4py", "mpich"]
# [tool.proof]
# group = "beyond"
# limit = 30
# kind = "plain"
# ///
"""MPI does the sweep and the word count: mpiexec starts main and two workers."""

import collections
import pathlib
import subprocess
import sys
import tempfile

from mpi4py.futures import MPIPoolExecutor

RATES = [3 + step / 20 for step in range(20)]
TEXTS = {"one.txt": "red fish blue fish", "two.txt": "one fish two fish"}


def score(rate):
    x = 0.5
    for _ in range(5_000):
        x = rate * x * (1 - x)
    return x


def count(file):
    return collections.Counter(file.read_text().split())


def main():
    with tempfile.TemporaryDirectory() as folder:
        files = [pathlib.Path(folder, name) for name in TEXTS]
        for file in files:
            file.write_text(TEXTS[file.name])

        with MPIPoolExecutor() as pool:
            scores = list(pool.map(score, RATES))
            words = sum(pool.map(count, files), collections.Counter())

        print(f"largest of {len(scores)} scores: {max(scores):.3f}")
        print("words:", words.most_common(2))
        assert scores == list(map(score, RATES))
        assert words["fish"] == 4


if __name__ == "__main__":
    if sys.argv[1:] == ["main"]:
        main()
    else:
        python = [sys.executable, "-m", "mpi4py.futures", __file__, "main"]
        subprocess.run(["mpiexec", "-n", "3", *python], check=True)
