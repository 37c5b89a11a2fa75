# /// script
# requires-python = ">=3.11"
# dependencies = ["redis", "rq"]
# [tool.proof]
# kind = "symptom"
# needs = ["redis-server"]
# group = "beyond"
# limit = 30
# ///
"""RQ loses the task of a killed worker, unless it was enqueued with a Retry."""

import contextlib
import os
import pathlib
import signal
import tempfile
import time
from subprocess import DEVNULL, Popen

import redis
import rq

BROKER = f"{tempfile.gettempdir()}/killed_on_rq.sock"
SERVER = ["redis-server", "--port", "0", "--save", "", "--unixsocket", BROKER]
WORKERS = ["rq", "worker-pool", "--num-workers=2", f"--url=unix://{BROKER}"]


def work(item, mark):
    """Return a square; who begins with item 2 first is killed in the middle of it."""
    if item == 2 and not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return item * item


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
        while not os.path.exists(BROKER):
            time.sleep(0.01)
        queue = rq.Queue(connection=redis.Redis(unix_socket_path=BROKER))
        for name, retry in [("once", None), ("retried", rq.Retry(max=1))]:
            mark = pathlib.Path(folder, name)
            jobs = [
                queue.enqueue("killed_on_rq.work", item, mark, retry=retry)
                for item in range(5)
            ]
            with running(*WORKERS):
                while not all(job.is_finished or job.is_failed for job in jobs):
                    time.sleep(0.01)
            print(f"{name}: killed: {mark.exists()}, results:")
            print(*[f"  {job.return_value()}" for job in jobs])
            results = [job.return_value() for job in jobs]
            assert mark.exists()
            assert results == [0, 1, None if retry is None else 4, 9, 16]
            if retry is None:
                error = jobs[2].latest_result().exc_string
                print("  ", error[:70])
                assert error.startswith("Work-horse terminated unexpectedly")
