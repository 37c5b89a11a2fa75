# /// script
# requires-python = ">=3.11"
# dependencies = ["celery", "redis"]
# [tool.proof]
# needs = ["redis-server"]
# group = "beyond"
# limit = 30
# kind = "plain"
# ///
"""Celery does the sweep and the word count: named tasks, a broker, a worker of two."""

import collections
import contextlib
import gc
import os
import pathlib
import tempfile
from subprocess import DEVNULL, Popen

import celery

BROKER = f"{tempfile.gettempdir()}/jobs_on_celery.sock"
SERVER = ["redis-server", "--port", "0", "--save", "", "--unixsocket", BROKER]
WORKER = ["celery", "--app", "jobs_on_celery", "worker", "--concurrency=2"]
RATES = [3 + step / 20 for step in range(20)]
TEXTS = {"one.txt": "red fish blue fish", "two.txt": "one fish two fish"}
URL = f"redis+socket://{BROKER}"
app = celery.Celery("jobs_on_celery", broker=URL, backend=URL)


@app.task
def score(rate):
    x = 0.5
    for _ in range(5_000):
        x = rate * x * (1 - x)
    return x


@app.task
def count(file):
    return collections.Counter(pathlib.Path(file).read_text().split())


@contextlib.contextmanager
def running(*command):
    """Run a command beside this program, without what it says, and end it."""
    with Popen(command, stdout=DEVNULL, stderr=DEVNULL) as process:
        try:
            yield
        finally:
            process.terminate()


if __name__ == "__main__":
    os.chdir(pathlib.Path(__file__).parent)  # where the worker finds this module
    with tempfile.TemporaryDirectory() as folder, running(*SERVER), running(*WORKER):
        files = [pathlib.Path(folder, name) for name in TEXTS]
        for file in files:
            file.write_text(TEXTS[file.name])
        scores = celery.group(score.s(rate) for rate in RATES)().get()
        counts = celery.group(count.s(str(file)) for file in files)().get()
        words = sum(map(collections.Counter, counts), collections.Counter())
        print(f"largest of {len(scores)} scores: {max(scores):.3f}")
        print("words:", words.most_common(2))
        assert scores == list(map(score, RATES))
        assert words["fish"] == 4
        gc.collect()  # before the broker ends: a result that is freed asks it
