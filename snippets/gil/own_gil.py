# /// script
# requires-python = ">=3.14"
# dependencies = []
# [tool.proof]
# quiet = true
# platform = "linux"
# limit = 30
# args = [["one"], ["two"]]
# ///
"""Threads in two interpreters compute side by side; in one interpreter, in turn."""

import sys
import threading
from concurrent import interpreters

WORK = """
import resource, time
from pathlib import Path

def clocks():  # the time, this thread's sleep so far, how often, and its time ready
    ran, ready = Path("/proc/thread-self/schedstat").read_text().split()[:2]  # in ns
    now, ready = time.perf_counter(), int(ready) / 1e9
    sleeps = resource.getrusage(resource.RUSAGE_THREAD).ru_nvcsw
    return now, now - int(ran) / 1e9 - ready, sleeps, ready

before, end = clocks(), time.thread_time() + 0.3
while time.thread_time() < end:
    sum(range(1000))
after = clocks()
spent = [late - early for early, late in zip(before, after)]
reports.put((before[0], after[0], *spent[1:]))
"""
reports = interpreters.create_queue()
others = []


def in_this_interpreter():
    exec(WORK, {"reports": reports})


def in_a_new_interpreter():
    interpreter = interpreters.create()
    others.append(interpreter)
    interpreter.prepare_main(reports=reports)
    interpreter.exec(WORK)


kind = {"one": in_this_interpreter, "two": in_a_new_interpreter}[sys.argv[1]]
threads = [threading.Thread(target=kind, name=name) for name in "AB"]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
rows = [reports.get() for _ in threads]
for interpreter in others:
    interpreter.close()

for _, _, waited, times, ready in rows:
    print(f"0.3 s computing, {abs(waited):.2f} s waiting", end=" ")
    print(f"({times} times), {ready:.2f} s ready")
begins, ends, waits, counts, _ = zip(*rows, strict=True)
wall = max(ends) - min(begins)
if sys._is_gil_enabled() and sys.argv[1] == "one":
    assert 0.6 / wall < 1.1  # cores busy
    assert min(counts) > 10 and sum(waits) > 0.15
elif sys._is_gil_enabled():
    assert max(counts) < 10 and max(waits) < wall / 3
