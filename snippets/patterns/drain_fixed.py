# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# ///
"""A service that drains its queue on SIGTERM saves each accepted item, once."""

import multiprocessing
import os
import signal
import time
from pathlib import Path
from tempfile import NamedTemporaryFile

fork = multiprocessing.get_context("fork")
signals = []


def note(signum, frame):
    signals.append(signum)  # a handler does no more than this


def work(queue, disk, saved):
    for item in iter(queue.get, None):
        disk.acquire()  # the disk lets two items through, then it is slow
        print(item, file=saved)


def service(disk, accepted, saved):
    os.setpgrp()
    signal.signal(signal.SIGTERM, note)  # the workers inherit this
    queue = fork.Queue()
    workers = [fork.Process(target=work, args=(queue, disk, saved)) for _ in "ab"]
    for worker in workers:
        worker.start()
    item = 0
    while not signals:  # 1. take in, until SIGTERM
        item += 1
        print(item, file=accepted)
        queue.put(item)
        time.sleep(0.02)
    for _ in workers:  # 2. a stop mark for each worker, behind the last item
        queue.put(None)
    for worker in workers:  # 3. wait until the queue is empty
        worker.join()


def lines(file):
    return Path(file.name).read_text().splitlines()


if __name__ == "__main__":
    disk = fork.Semaphore(2)
    with NamedTemporaryFile("a", 1) as accepted, NamedTemporaryFile("a", 1) as saved:
        child = fork.Process(target=service, args=(disk, accepted, saved))
        child.start()
        while len(lines(accepted)) < 10 or len(lines(saved)) < 2:
            time.sleep(0.01)
        os.killpg(child.pid, signal.SIGTERM)  # to the service and its workers
        for _ in range(1000):
            disk.release()
        child.join()
        taken, kept = lines(accepted), lines(saved)
    print(f"accepted {len(taken)}, saved {len(kept)}; exit code {child.exitcode}")
    assert (sorted(kept), child.exitcode) == (sorted(taken), 0), "items were lost"
