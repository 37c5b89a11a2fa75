# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# quiet = true
# limit = 30
# ///
"""Two computing processes on one CPU are R all the time, but partly without a CPU."""

import multiprocessing
import os
import time
from pathlib import Path


def schedule(pid):
    """Return for how many seconds the kernel ran a process, and let it wait ready."""
    running, ready, _ = Path(f"/proc/{pid}/schedstat").read_text().split()
    return int(running) / 1e9, int(ready) / 1e9


def letter(pid):
    return Path(f"/proc/{pid}/stat").read_text().rpartition(") ")[2][0]


def compute(together, pipe):
    together.wait()
    begin, (ran_before, ready_before) = time.monotonic(), schedule("self")
    while time.process_time() < 0.2:
        pass
    took, (ran, ready) = time.monotonic() - begin, schedule("self")
    pipe.send((took, ran - ran_before, ready - ready_before))


if __name__ == "__main__":
    fork = multiprocessing.get_context("fork")
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})  # one CPU for everybody
    together, (here, there) = fork.Barrier(2), fork.Pipe()
    pair = [fork.Process(target=compute, args=(together, there)) for _ in range(2)]
    for child in pair:
        child.start()
    letters = set()
    while not here.poll(0.01):
        for child in pair:
            early, seen, late = (
                schedule(child.pid),
                letter(child.pid),
                schedule(child.pid),
            )
            if early[0] > 0.05 and late[0] < 0.15:  # it is in the midst of its loop
                letters.add(seen)
    for _ in pair:
        took, ran, ready = here.recv()
        print(f"{took:.2f} s, of which {ran:.2f} s running and {ready:.2f} s ready")
        assert ready > 0.02
        assert ran + ready > 0.9 * took
    for child in pair:
        child.join()
    print("letters seen:", *letters)
    assert letters == {"R"}
