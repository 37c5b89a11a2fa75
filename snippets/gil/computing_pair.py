# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# quiet = true
# platform = "linux"
# limit = 30
# args = [["threads"], ["processes"]]
# pythons = ["3.14", "3.14t"]
# ///
"""With a GIL two computing threads take turns; without one, and as processes, not."""

import multiprocessing
import resource
import sys
import threading
import time
from pathlib import Path

SECONDS = 0.3  # of CPU time, for each of the two

fork = multiprocessing.get_context("fork")
reports = fork.SimpleQueue()


def compute():
    before, end = clocks(), time.thread_time() + SECONDS
    while time.thread_time() < end:
        sum(range(1000))
    after = clocks()
    spent = [late - early for early, late in zip(before, after, strict=True)]
    reports.put((before[0], after[0], *spent[1:]))


def clocks():
    """Return the time, this thread's sleep so far, how often, and its time ready."""
    ran, ready = Path("/proc/thread-self/schedstat").read_text().split()[:2]  # in ns
    now, ready = time.perf_counter(), int(ready) / 1e9
    sleeps = resource.getrusage(resource.RUSAGE_THREAD).ru_nvcsw
    return now, now - int(ran) / 1e9 - ready, sleeps, ready


if __name__ == "__main__":
    kind = {"threads": threading.Thread, "processes": fork.Process}[sys.argv[1]]
    pair = [kind(target=compute, name=name) for name in ("first", "second")]
    for one in pair:
        one.start()
    for one in pair:
        one.join()

    rows = [reports.get() for _ in pair]
    for _, _, waited, times, ready in rows:
        print(f"{SECONDS} s computing, {abs(waited):.2f} s waiting", end=" ")
        print(f"({times} times), {ready:.2f} s ready")
    begins, ends, waits, counts, _ = zip(*rows, strict=True)
    wall = max(ends) - min(begins)

    has_gil = getattr(sys, "_is_gil_enabled", lambda: True)()
    if has_gil and sys.argv[1] == "threads":
        assert 2 * SECONDS / wall < 1.1  # cores busy
        assert min(counts) > 10 and sum(waits) > SECONDS / 2
    else:
        assert max(counts) < 10 and max(waits) < wall / 3
