# /// script
# requires-python = ">=3.11"
# dependencies = ["distributed"]
# [tool.proof]
# group = "beyond"
# limit = 30
# kind = "plain"
# ///
"""Dask does the sweep and the word count in a cluster of two worker processes."""

import collections
import logging
import pathlib
import tempfile

import distributed

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

        with (
            distributed.LocalCluster(
                n_workers=2,
                threads_per_worker=1,
                dashboard_address=None,
                silence_logs=logging.CRITICAL,
            ) as cluster,
            distributed.Client(cluster) as client,
        ):
            scores = client.gather(client.map(score, RATES))
            counts = client.gather(client.map(count, files))
            words = sum(counts, collections.Counter())

        print(f"largest of {len(scores)} scores: {max(scores):.3f}")
        print("words:", words.most_common(2))
        assert scores == list(map(score, RATES))
        assert words["fish"] == 4
