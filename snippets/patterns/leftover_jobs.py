# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# ///
"""A stopped executor finishes what runs, and what waited can be kept for next time."""

import concurrent.futures
import json
import os
import signal
import tempfile
import threading
from pathlib import Path

begun = threading.Semaphore(0)
may_end = threading.Event()


def job(number):
    begun.release()
    may_end.wait()
    return number


if __name__ == "__main__":
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTERM})  # before any thread
    executor = concurrent.futures.ThreadPoolExecutor(2, "worker")
    jobs = {number: executor.submit(job, number) for number in range(8)}
    begun.acquire()
    begun.acquire()
    threading.Timer(0.1, os.kill, [os.getpid(), signal.SIGTERM]).start()

    signal.sigwait({signal.SIGTERM})
    print("SIGTERM: two jobs run, six wait")
    executor.shutdown(wait=False, cancel_futures=True)
    may_end.set()  # here the jobs that run come to their end
    executor.shutdown(wait=True)

    done = [number for number, one in jobs.items() if not one.cancelled()]
    left = [number for number, one in jobs.items() if one.cancelled()]
    print("finished:", [jobs[number].result() for number in done])
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "left.json")
        path.write_text(json.dumps(left))
        print(f"in {path.name}, for the next start:", path.read_text())
    assert len(done) == 2
    assert sorted(done + left) == list(range(8))
