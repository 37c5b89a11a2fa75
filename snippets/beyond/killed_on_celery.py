# /// script
# requires-python = ">=3.11"
# dependencies = ["billiard", "celery", "redis"]
# [tool.proof]
# kind = "symptom"
# needs = ["redis-server"]
# group = "beyond"
# limit = 30
# args = [["early"], ["late"]]
# ///
"""Celery loses the task of a killed worker, unless it is told to send it again."""

import contextlib
import gc
import os
import pathlib
import signal
import sys
import tempfile
from subprocess import DEVNULL, Popen

import celery
from billiard.exceptions import WorkerLostError

BROKER = f"{tempfile.gettempdir()}/killed_on_celery.sock"
SERVER = ["redis-server", "--port", "0", "--save", "", "--unixsocket", BROKER]
WORKER = ["celery", "--app", "killed_on_celery", "worker", "--concurrency=2"]
URL = f"redis+socket://{BROKER}"
app = celery.Celery("killed_on_celery", broker=URL, backend=URL)


def work(item, mark):
    """Return a square; who begins with item 2 first is killed in the middle of it."""
    if item == 2 and not os.path.exists(mark):
        pathlib.Path(mark).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return item * item


early = app.task(work, name="early")
late = app.task(work, name="late", acks_late=True, reject_on_worker_lost=True)


@contextlib.contextmanager
def running(*command):
    """Run a command beside this program, without what it says, and end it."""
    with Popen(command, stdout=DEVNULL, stderr=DEVNULL) as process:
        try:
            yield
        finally:
            process.terminate()


if __name__ == "__main__":
    task = {"early": early, "late": late}[sys.argv[1]]
    os.chdir(pathlib.Path(__file__).parent)  # where the worker finds this module
    with tempfile.TemporaryDirectory() as folder, running(*SERVER), running(*WORKER):
        mark = f"{folder}/killed"
        group = celery.group(task.s(item, mark) for item in range(5))()
        results = group.get(propagate=False)
        del group
        gc.collect()  # before the broker ends: a result that is freed asks it
        print("a worker was killed:", os.path.exists(mark))
        print("results:", *results, sep="\n  ")
        assert os.path.exists(mark) and results[:2] + results[3:] == [0, 1, 9, 16]
        lost = isinstance(results[2], WorkerLostError)
        assert lost if task is early else results[2] == 4
