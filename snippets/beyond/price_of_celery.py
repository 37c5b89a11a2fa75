# /// script
# requires-python = ">=3.11"
# dependencies = ["celery", "psutil", "redis"]
# [tool.proof]
# platform = "linux"
# needs = ["redis-server"]
# group = "beyond"
# limit = 60
# ///
"""With Celery each task costs less than 100 ms of CPU time beside its work."""

import contextlib
import gc
import os
import pathlib
import tempfile
from subprocess import DEVNULL, Popen

import celery
import psutil

BROKER = f"{tempfile.gettempdir()}/price_of_celery.sock"
SERVER = ["redis-server", "--port", "0", "--save", "", "--unixsocket", BROKER]
WORKER = ["celery", "--app", "price_of_celery", "worker", "--concurrency=2"]
URL = f"redis+socket://{BROKER}"
app = celery.Celery("price_of_celery", broker=URL, backend=URL)


@app.task
def task(text):
    return len(text)


def used():
    """Return the CPU seconds and the bytes that this and all it started have taken."""
    seconds = memory = 0
    for one in [psutil.Process(), *psutil.Process().children(recursive=True)]:
        with contextlib.suppress(psutil.NoSuchProcess):
            seconds += sum(one.cpu_times()[:4])
            memory += one.memory_full_info().pss
    return seconds, memory


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
    with running(*SERVER), running(*WORKER):
        celery.group(map(task.s, [""] * 4))().get()
        start, memory = used()
        celery.group(map(task.s, [""] * 100))().get()
        tasks, _ = used()
        celery.group(task.s(str(one) * 2**20) for one in range(8))().get()
        texts, _ = used()
        gc.collect()  # before the broker ends: a result that is freed asks it
    each = (tasks - start) / 100
    print(f"Celery: {start:.1f} s of CPU time and {memory / 2**20:.0f} MiB to begin")
    print(f"each task: {each * 1e3:.2f} ms of CPU time")
    print(f"each with 1 MiB of text: {(texts - tasks) / 8 * 1e3:.1f} ms of CPU time")
    assert each < 0.1
