# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# quiet = true
# limit = 30
# ///
"""A Queue is dearer than a SimpleQueue: as many locks at its pipe, and a thread."""

import multiprocessing
import os
import resource
import statistics
import threading
import time

TRIPS = 300
fork = multiprocessing.get_context("fork")


class Pipe:
    def __init__(self):
        source, target = fork.Pipe(duplex=False)  # no locks and no thread
        self.put, self.get = target.send, source.recv


def answer(there, back):
    while item := there.get():
        back.put(item)


def measure(name, make):
    """Return a trip's median, main's waits and threads, and the pipe's locks."""
    there, back = make(), make()
    partner = fork.Process(target=answer, args=[there, back])
    partner.start()
    times = []
    before = resource.getrusage(resource.RUSAGE_SELF).ru_nvcsw
    for _ in range(TRIPS):
        began = time.perf_counter()
        there.put(b"x")
        back.get()
        times.append(time.perf_counter() - began)
    waits = resource.getrusage(resource.RUSAGE_SELF).ru_nvcsw - before
    threads = threading.active_count()
    locks = [name for name in vars(there) if name in ("_rlock", "_wlock")]
    there.put(None)
    partner.join()
    median = statistics.median(times)
    print(f"{name}: {median * 1e6:.1f} us")
    print(f"    {len(locks)} locks at its pipe, {threads} thread(s) in main")
    print(f"    main's threads wait {waits / TRIPS:.1f} times a trip")
    return median, waits, threads, len(locks)


if __name__ == "__main__":
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})  # one CPU for all
    pipe = measure("Pipe", Pipe)
    simple = measure("SimpleQueue", fork.SimpleQueue)
    queue = measure("Queue", fork.Queue)
    assert pipe[2:] == (1, 0) and queue[0] > 1.3 * pipe[0]
    assert simple[2:] == (1, 2)
    assert queue[2:] == (2, 2)
    for of_queue, of_simple in zip(queue[:2], simple[:2], strict=True):
        assert of_queue > 1.3 * of_simple
