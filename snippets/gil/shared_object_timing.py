# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# quiet = true
# platform = "linux"
# limit = 30
# pythons = ["3.14", "3.14t"]
# ///
"""Without a GIL, two threads that use one object can slow each other down."""

import os
import statistics
import sys
import threading
import time

ROUNDS = 30_000
cpus = sorted(os.sched_getaffinity(0))[:2]
assert len(cpus) == 2, "this program needs two CPUs"


def use(cpu, thing, begin, times):
    thing = thing or object()  # none given: one of its own
    os.sched_setaffinity(0, {cpu})  # for this thread alone
    begin.wait()
    began = time.thread_time()
    for _ in range(ROUNDS):
        _ = (thing, thing, thing, thing, thing, thing)  # six references more, and less
    times.append(time.thread_time() - began)


def cpu_time(thing):
    """Let two threads use the thing at once, and return their CPU time."""
    begin, times = threading.Barrier(2), []
    threads = [
        threading.Thread(target=use, args=[c, thing, begin, times]) for c in cpus
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(times)


cpu_time(None), cpu_time(object())  # warms up
own, shared = [], []
for _ in range(20):  # in turns: the other one comes first
    own.append(cpu_time(None))
    shared += [cpu_time(object()), cpu_time(object())]
    own.append(cpu_time(None))
print(f"an object each: {statistics.median(own) * 1000:.2f} ms")
print(f"one object: {statistics.median(shared) * 1000:.2f} ms")
print(f"one / each: {statistics.median(shared) / statistics.median(own):.1f} times")
if getattr(sys, "_is_gil_enabled", lambda: True)():
    assert min(shared) < 2 * min(own)
else:
    while max(shared) < 2 * min(own):  # the two have never run at the same time yet
        shared.append(cpu_time(object()))
