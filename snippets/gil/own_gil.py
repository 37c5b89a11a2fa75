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
before = resource.getrusage(resource.RUSAGE_THREAD).ru_nvcsw
began, end = time.perf_counter(), time.thread_time() + 0.3
while time.thread_time() < end:
    sum(range(1000))
# Voluntary context switches: how often this thread has gone to sleep.
waits = resource.getrusage(resource.RUSAGE_THREAD).ru_nvcsw - before
reports.put((began, time.perf_counter(), waits))
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
begins, ends, waits = zip(reports.get(), reports.get(), strict=True)
for interpreter in others:
    interpreter.close()

cores = 0.6 / (max(ends) - min(begins))
print(f"{cores:.1f} cores busy; how often they had to wait:", *waits)
if sys._is_gil_enabled() and sys.argv[1] == "one":
    assert cores < 1.1
    assert min(waits) > 10
elif sys._is_gil_enabled():
    assert max(waits) < 10
