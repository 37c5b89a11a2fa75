# /// script
# requires-python = ">=3.11"
# dependencies = ["celery", "psutil", "redis", "rq"]
# [tool.proof]
# platform = "linux"
# needs = ["redis-server"]
# group = "beyond"
# limit = 60
# ///
"""Sending a task costs more CPU time through RQ, which forks for each, than Celery."""

import contextlib
import os
import pathlib
import subprocess
import tempfile
import time

import celery
import psutil
import redis
import rq

NAME = pathlib.Path(__file__).stem
BROKER = f"{tempfile.gettempdir()}/{NAME}.sock"
SERVER = ["redis-server", "--port", "0", "--save", "", "--unixsocket", BROKER]
URL = f"redis+socket://{BROKER}"
app = celery.Celery(NAME, broker=URL, backend=URL)


@app.task
def task(text):
    """Return how long a text is, which is no work at all."""
    return len(text)


def family():
    return [psutil.Process(), *psutil.Process().children(recursive=True)]


def used():
    """Return the CPU seconds that this program and all that it started have used."""
    total = 0
    for one in family():
        with contextlib.suppress(psutil.NoSuchProcess):
            total += sum(one.cpu_times()[:4])
    return total


def price(name, engine, count):
    """Return the CPU seconds that a task without work costs; say what else costs."""
    before = used()
    with engine() as run:
        run([""] * 4)
        start, before = used() - before, used()
        run([""] * count)
        task, before = (used() - before) / count, used()
        for _ in range(5):
            run([str(one) * 2**20 for one in range(8)])
        argument = (used() - before) / 40
        memory = sum(one.memory_full_info().pss for one in family()[1:])
    print(
        f"{name:6} {start:6.1f} s {task * 1e3:8.2f} ms {argument * 1e3:8.2f} ms", end=""
    )
    print(f"{memory / 2**20:8.0f} MiB")
    return task


@contextlib.contextmanager
def running(*command):
    """Run a command beside this program, without what it says, and end it."""
    null = subprocess.DEVNULL
    process = subprocess.Popen(command, stdout=null, stderr=null)
    try:
        yield
    finally:
        process.terminate()
        process.wait()


@contextlib.contextmanager
def celery_worker():
    with running("celery", "--app", NAME, "worker", "--concurrency=2"):
        yield lambda texts: celery.group(map(task.s, texts))().get()


@contextlib.contextmanager
def rq_workers():
    queue = rq.Queue(connection=redis.Redis(unix_socket_path=BROKER))

    def run(texts):
        jobs = [queue.enqueue(f"{NAME}.task", text) for text in texts]
        while not all(job.is_finished for job in jobs):
            time.sleep(0.1)

    with running("rq", "worker-pool", "-q", "-n", "2", "-u", f"unix://{BROKER}"):
        yield run


if __name__ == "__main__":
    os.chdir(pathlib.Path(__file__).parent)  # where the workers find this module
    with running(*SERVER):
        while not os.path.exists(BROKER):
            time.sleep(0.01)
        print("        start    each task   each MiB   memory of the others")
        celerys = price("Celery", celery_worker, 200)
        rqs = price("RQ", rq_workers, 200)
        assert celerys < rqs < 0.1
