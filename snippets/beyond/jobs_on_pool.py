# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "plain"
# ///
"""A pool of two processes does a sweep and a word count, with map for both."""

import collections
import concurrent.futures
import pathlib
import tempfile

RATES = [3 + step / 20 for step in range(20)]
TEXTS = {"one.txt": "red fish blue fish", "two.txt": "one fish two fish"}


def score(rate):
    x = 0.5
    for _ in range(5_000):
        x = rate * x * (1 - x)
    return x


def count(file):
    return collections.Counter(file.read_text().split())


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        files = [pathlib.Path(folder, name) for name in TEXTS]
        for file in files:
            file.write_text(TEXTS[file.name])

        with concurrent.futures.ProcessPoolExecutor(2) as pool:
            scores = list(pool.map(score, RATES))
            words = sum(pool.map(count, files), collections.Counter())

        print(f"largest of {len(scores)} scores: {max(scores):.3f}")
        print("words:", words.most_common(2))
        assert scores == list(map(score, RATES))
        assert words["fish"] == 4
