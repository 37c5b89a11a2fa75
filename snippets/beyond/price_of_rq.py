# /// script
# requires-python = ">=3.11"
# dependencies = ["psutil", "redis", "rq"]
# [tool.proof]
# platform = "linux"
# needs = ["redis-server"]
# group = "beyond"
# limit = 60
# ///
"""With RQ each task costs one to a hundred milliseconds of CPU time beside its work."""

import contextlib
import os
import tempfile
import time
from subprocess import DEVNULL, Popen

import psutil
import redis
import rq

BROKER = f"{tempfile.gettempdir()}/price_of_rq.sock"
SERVER = ["redis-server", "--port", "0", "--save", "", "--unixsocket", BROKER]
WORKERS = ["rq", "worker-pool", "--num-workers=2", f"--url=unix://{BROKER}"]


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
    with running(*SERVER):
        while not os.path.exists(BROKER):
            time.sleep(0.01)
        queue = rq.Queue(connection=redis.Redis(unix_socket_path=BROKER))

        def run(texts):
            jobs = [queue.enqueue("builtins.len", text) for text in texts]
            while not all(job.is_finished for job in jobs):
                time.sleep(0.1)

        with running(*WORKERS):
            run([""] * 4)
            start, memory = used()
            run([""] * 40)
            tasks, _ = used()
            run([str(one) * 2**20 for one in range(8)])
            texts, _ = used()
    each = (tasks - start) / 40
    print(f"RQ: {start:.1f} s of CPU time and {memory / 2**20:.0f} MiB to begin")
    print(f"each task: {each * 1e3:.2f} ms of CPU time")
    print(f"each with 1 MiB of text: {(texts - tasks) / 8 * 1e3:.1f} ms of CPU time")
    assert 0.001 < each < 0.1
