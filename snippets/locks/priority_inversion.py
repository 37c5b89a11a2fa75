# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# quiet = true
# limit = 30
# ///
"""A middle process that needs no lock keeps an important one waiting for a lock."""

import contextlib
import multiprocessing
import os
import time
from pathlib import Path


def compute(seconds, enough):
    begin = time.process_time()
    while time.process_time() < begin + seconds and not enough.is_set():
        pass


def low(lock, holds, middle_begins, enough):
    with lock:
        holds.set()
        middle_begins.wait()
        # Less important than any other process, whatever nice value they all have.
        os.sched_setscheduler(0, os.SCHED_IDLE, os.sched_param(0))
        compute(0.1, enough)


def middle(middle_begins, enough):
    os.nice(1)
    middle_begins.set()
    compute(0.3, enough)


def cpu_time_and_state(process):
    folder = Path(f"/proc/{process.pid}")
    cpu_time = int((folder / "schedstat").read_text().split()[0]) / 1e9
    return cpu_time, (folder / "stat").read_text().rpartition(") ")[2][0]


if __name__ == "__main__":
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})  # one CPU for all
    fork = multiprocessing.get_context("fork")
    lock, holds, begins, enough = fork.Lock(), fork.Event(), fork.Event(), fork.Event()
    (holder := fork.Process(target=low, args=(lock, holds, begins, enough))).start()
    holds.wait()
    (waiter := fork.Process(target=lock.acquire, name="high")).start()
    while cpu_time_and_state(waiter)[1] != "S":
        time.sleep(0.01)
    before, _ = cpu_time_and_state(holder)
    (busy := fork.Process(target=middle, args=(begins, enough))).start()
    busy.join()
    share = cpu_time_and_state(holder)[0] - before
    spent = sum(os.times()[2:4])  # of the children that have been joined: middle
    _, state = cpu_time_and_state(waiter)
    print(f"CPU time: middle {spent:.2f} s, low with the lock {share:.3f} s of 0.1 s")
    print("state of high, the most important one:", state)
    assert spent > 0.27 and share < spent / 3 and state == "S"
    enough.set()  # low need not do the rest of its work, and gives the lock back
    with contextlib.suppress(PermissionError):  # sooner, where this is permitted
        os.sched_setscheduler(holder.pid, os.SCHED_OTHER, os.sched_param(0))
    holder.join()
    waiter.join()
    print("high has the lock")
