# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# limit = 30
# ///
"""A middle process that needs no lock keeps an important one waiting for a lock."""

import multiprocessing
import os
import time
from pathlib import Path


def compute(seconds):
    begin = time.process_time()
    while time.process_time() < begin + seconds:
        pass


def low(lock, holds, middle_begins):
    with lock:
        os.nice(19)  # from here on any other process is more important
        holds.set()
        middle_begins.wait()
        compute(0.1)


def high(lock):
    with lock:
        print("high has the lock")


def middle(middle_begins):
    os.nice(1)
    middle_begins.set()
    compute(0.3)


def cpu_time_and_state(process):
    folder = Path(f"/proc/{process.pid}")
    cpu_time = int((folder / "schedstat").read_text().split()[0]) / 1e9
    return cpu_time, (folder / "stat").read_text().rpartition(") ")[2][0]


if __name__ == "__main__":
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})  # one CPU for all
    fork = multiprocessing.get_context("fork")
    lock, holds, begins = fork.Lock(), fork.Event(), fork.Event()
    holder = fork.Process(target=low, args=(lock, holds, begins))
    holder.start()
    holds.wait()
    waiter = fork.Process(target=high, args=(lock,))
    waiter.start()
    while cpu_time_and_state(waiter)[1] != "S":
        time.sleep(0.01)
    before, _ = cpu_time_and_state(holder)
    (busy := fork.Process(target=middle, args=(begins,))).start()
    busy.join()
    share = cpu_time_and_state(holder)[0] - before
    _, state = cpu_time_and_state(waiter)
    print(f"CPU time: middle 0.3 s of 0.3 s, low with the lock {share:.3f} s of 0.1 s")
    print("state of high, the most important one:", state)
    assert share < 0.1 and state == "S"
    holder.join()
    waiter.join()
