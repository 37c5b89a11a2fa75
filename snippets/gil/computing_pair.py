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

SECONDS = 0.3  # of CPU time, for each of the two

fork = multiprocessing.get_context("fork")
reports = fork.SimpleQueue()


def compute():
    began, waits = time.perf_counter(), times_waited()
    end = time.thread_time() + SECONDS
    while time.thread_time() < end:
        sum(range(1000))
    reports.put((began, time.perf_counter(), times_waited() - waits))


def times_waited():
    """Count how often this thread has gone to sleep: voluntary context switches."""
    return resource.getrusage(resource.RUSAGE_THREAD).ru_nvcsw


if __name__ == "__main__":
    kind = {"threads": threading.Thread, "processes": fork.Process}[sys.argv[1]]
    pair = [kind(target=compute, name=name) for name in ("first", "second")]
    for one in pair:
        one.start()
    for one in pair:
        one.join()

    begins, ends, waits = zip(reports.get(), reports.get(), strict=True)
    wall = max(ends) - min(begins)
    cores = 2 * SECONDS / wall
    print(f"2 x {SECONDS} s of computing took {wall:.2f} s: {cores:.1f} cores busy")
    print("how often they had to wait:", *waits)

    has_gil = getattr(sys, "_is_gil_enabled", lambda: True)()
    if has_gil and sys.argv[1] == "threads":
        assert cores < 1.1
        assert min(waits) > 10
    else:
        assert max(waits) < 10
