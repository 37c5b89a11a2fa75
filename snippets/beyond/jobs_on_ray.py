# /// script
# requires-python = ">=3.11"
# dependencies = ["ray"]
# [tool.proof]
# group = "beyond"
# limit = 60
# stderr = "local Ray instance"
# kind = "plain"
# ///
"""Ray does the sweep and the word count in a cluster of one node with two CPUs."""

import collections
import pathlib
import tempfile

import ray

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

        ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False)
        remote_score, remote_count = ray.remote(score), ray.remote(count)
        scores = ray.get([remote_score.remote(rate) for rate in RATES])
        counts = ray.get([remote_count.remote(file) for file in files])
        words = sum(counts, collections.Counter())
        ray.shutdown()

        print(f"largest of {len(scores)} scores: {max(scores):.3f}")
        print("words:", words.most_common(2))
        assert scores == list(map(score, RATES))
        assert words["fish"] == 4
