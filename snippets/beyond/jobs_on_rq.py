# /// script
# requires-python = ">=3.11"
# dependencies = ["redis", "rq"]
# [tool.proof]
# needs = ["redis-server"]
# group = "beyond"
# limit = 30
# kind = "plain"
# ///
"""RQ does the sweep and the word count: named functions, Redis, two workers."""

import collections
import contextlib
import os
import pathlib
import tempfile
import time
from subprocess import DEVNULL, Popen

import redis
import rq

BROKER = f"{tempfile.gettempdir()}/jobs_on_rq.sock"
SERVER = ["redis-server", "--port", "0", "--save", "", "--unixsocket", BROKER]
WORKERS = ["rq", "worker-pool", "--num-workers=2", f"--url=unix://{BROKER}"]
RATES = [3 + step / 20 for step in range(20)]
TEXTS = {"one.txt": "red fish blue fish", "two.txt": "one fish two fish"}


def score(rate):
    x = 0.5
    for _ in range(5_000):
        x = rate * x * (1 - x)
    return x


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
    os.chdir(pathlib.Path(__file__).parent)  # where the workers find this module
    with tempfile.TemporaryDirectory() as folder, running(*SERVER):
        for name, text in TEXTS.items():
            pathlib.Path(folder, name).write_text(text)
        while not os.path.exists(BROKER):
            time.sleep(0.01)
        queue = rq.Queue(connection=redis.Redis(unix_socket_path=BROKER))
        jobs = [queue.enqueue("jobs_on_rq.score", rate) for rate in RATES]
        jobs += [queue.enqueue("jobs_on_rq.count", f"{folder}/{n}") for n in TEXTS]
        with running(*WORKERS):
            while not all(job.is_finished for job in jobs):
                time.sleep(0.01)  # or job.latest_result(timeout=60) for each
        results = [job.return_value() for job in jobs]
    scores, words = results[:20], sum(results[20:], collections.Counter())
    print(f"largest of {len(scores)} scores: {max(scores):.3f}")
    print("words:", words.most_common(2))
    assert (scores, words["fish"]) == (list(map(score, RATES)), 4)
