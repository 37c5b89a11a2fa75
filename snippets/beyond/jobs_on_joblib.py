# /// script
# requires-python = ">=3.11"
# dependencies = ["joblib"]
# [tool.proof]
# group = "beyond"
# kind = "plain"
# ///
"""joblib does the sweep and the word count in two processes, with delayed calls."""

import collections
import pathlib
import tempfile

import joblib

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

        with joblib.Parallel(n_jobs=2) as parallel:
            scores = parallel(joblib.delayed(score)(rate) for rate in RATES)
            counts = parallel(joblib.delayed(count)(file) for file in files)
            words = sum(counts, collections.Counter())

        print(f"largest of {len(scores)} scores: {max(scores):.3f}")
        print("words:", words.most_common(2))
        assert scores == list(map(score, RATES))
        assert words["fish"] == 4
