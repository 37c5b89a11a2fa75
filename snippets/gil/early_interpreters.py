# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# quiet = true
# platform = "linux"
# limit = 30
# pythons = ["3.11", "3.12"]
# ///
"""Interpreters share one GIL up to 3.11, and have one each since 3.12."""

import importlib
import os
import sys
import threading

WORK = """
import os, resource, time
before = resource.getrusage(resource.RUSAGE_THREAD).ru_nvcsw
began, end = time.perf_counter(), time.thread_time() + 0.2
while time.thread_time() < end:
    sum(range(1000))
# Voluntary context switches: how often this thread has gone to sleep.
waits = resource.getrusage(resource.RUSAGE_THREAD).ru_nvcsw - before
os.write({writer}, f"{{began}} {{time.perf_counter()}} {{waits}}\\n".encode())
"""
# Private: names and functions may change in any version.
name = "_xxsubinterpreters" if sys.version_info < (3, 13) else "_interpreters"
module = importlib.import_module(name)
reader, writer = os.pipe()
both_ready = threading.Barrier(2)


def compute():
    interpreter = module.create()
    both_ready.wait()
    module.run_string(interpreter, WORK.format(writer=writer))
    module.destroy(interpreter)


threads = [threading.Thread(target=compute, name=name) for name in "AB"]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
os.close(writer)
lines = os.read(reader, 1000).decode().splitlines()
begins, ends, waits = zip(*(map(float, line.split()) for line in lines), strict=True)

for begin, end in zip(begins, ends, strict=True):
    print(f"one computes from {begin - min(begins):.2f} s to {end - min(begins):.2f} s")
cores = 2 * 0.2 / (max(ends) - min(begins))
overlap = max(begins) < min(ends)
print("they compute at the same time" if overlap else "one begins when the other ends")
if sys.version_info < (3, 12):
    assert cores < 1.1
elif getattr(sys, "_is_gil_enabled", lambda: True)():
    assert overlap
    assert max(waits) < 10
