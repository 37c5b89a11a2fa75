# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# ///
"""A thread that waits, for whatever it is, is in state S and uses no CPU time."""

import multiprocessing
import os
import queue
import threading
import time
from pathlib import Path

lock = threading.Lock()
reader, writer = os.pipe()
WAITS = {
    "a time": lambda: time.sleep(60),
    "a lock": lock.acquire,
    "an event": threading.Event().wait,
    "an item": queue.Queue().get,
    "a byte": lambda: os.read(reader, 1),
    "a thread": lambda: threads["a time"].join(),
}
threads = {}


def wait_in_six_ways(pipe):
    lock.acquire()
    for what, wait in WAITS.items():
        threads[what] = threading.Thread(target=wait)
        threads[what].start()
    pipe.send([thread.native_id for thread in threads.values()])


def look(tid):
    """Return a thread's state, its CPU time in ns, and how often it went to sleep."""
    task = Path(f"/proc/{child.pid}/task/{tid}")
    letter = (task / "stat").read_text().rpartition(") ")[2][0]
    cpu_time = int((task / "schedstat").read_text().split()[0])
    status = (task / "status").read_text()
    return letter, cpu_time, status.split("\nvoluntary_ctxt_switches:")[1].split()[0]


if __name__ == "__main__":
    fork = multiprocessing.get_context("fork")
    here, there = fork.Pipe()
    child = fork.Process(target=wait_in_six_ways, args=(there,))
    child.start()
    tids, then, now = here.recv(), None, []
    while now != then or {letter for letter, *_ in now} != {"S"}:
        time.sleep(0.1)  # until all wait, and are found twice in the same condition
        then, now = now, [look(tid) for tid in tids]
    time.sleep(0.5)
    later = [look(tid) for tid in tids]
    for what, (letter, *_) in zip(WAITS, later, strict=True):
        print(f"waits for {what:8}", letter)
    assert len(later) == 6 and later == now
    child.kill()
    child.join()
