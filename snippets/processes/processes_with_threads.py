# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# ///
"""Two processes with three threads more in each are eight threads with eight ids."""

import multiprocessing
import os
import threading
import time
from pathlib import Path

ids = []  # one list for all threads of a process, and one for each process
everyone = threading.Barrier(4)


def carriage():
    ids.append(threading.get_native_id())
    everyone.wait()  # all three have added their id
    everyone.wait()  # they have been counted, and may end


def train(report, go):
    threads = [threading.Thread(target=carriage, name=f"thread{n}") for n in (1, 2, 3)]
    for thread in threads:
        thread.start()
    everyone.wait()
    report.send((threading.get_native_id(), ids))
    go.wait()
    everyone.wait()
    for thread in threads:
        thread.join()


if __name__ == "__main__":
    fork = multiprocessing.get_context("fork")
    go = fork.Event()
    here, there = fork.Pipe()
    processes = [fork.Process(target=train, args=(there, go)) for _ in range(2)]
    all_ids = set()
    for process in processes:
        process.start()
        first, others = here.recv()
        tasks = Path(f"/proc/{process.pid}/task")
        listed = {int(task.name) for task in tasks.iterdir()}
        print(f"process {process.pid}: threads {sorted(listed)}")
        assert first == process.pid and len(others) == 3
        assert listed == {first, *others}
        all_ids |= listed
    assert len(all_ids) == 8 and os.getpid() not in all_ids
    time.sleep(0.1)  # long enough to be seen in the picture
    go.set()
    for process in processes:
        process.join()
