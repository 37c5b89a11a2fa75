# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "plain"
# ///
"""Six processes with a Semaphore(2): each job has a process of its own."""

import multiprocessing
import os
import time


def job(number, semaphore, pids):
    with semaphore:
        print("job", number, "begins")
        time.sleep(0.1)
        print("job", number, "ends")
    pids.put(os.getpid())


if __name__ == "__main__":
    semaphore = multiprocessing.Semaphore(2)
    pids = multiprocessing.SimpleQueue()
    children = [
        multiprocessing.Process(target=job, args=(n, semaphore, pids)) for n in range(6)
    ]
    for child in children:
        child.start()
    for child in children:
        child.join()
    used = {pids.get() for _ in children}
    print("processes:", len(used))
    assert len(used) == 6
