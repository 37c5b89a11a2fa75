# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# pythons = ["3.11", "3.12", "3.13", "3.14", "3.15", "3.14t"]
# ///
"""The exit waits for jobs of executors, also after shutdown(wait=False)."""

import multiprocessing
import os
import sys
import threading
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

fork = multiprocessing.get_context("fork")


def job(seconds):
    time.sleep(seconds)
    os.write(writer, b"done ")


def hand_in(executor):
    executor.submit(int).result()  # all threads of its own have started
    list(map(executor.submit, [job] * 3, [0.02] * 3))
    return executor


def daemon(kind):
    kind(target=job, args=[60], daemon=True).start()


CASES = {  # what a program begins before its end, and how often that is done
    "a thread": (lambda: threading.Thread(target=job, args=[0.1]).start(), 1),
    "a Timer": (lambda: threading.Timer(0.1, job, [0]).start(), 1),
    "jobs of a ThreadPoolExecutor": (lambda: hand_in(ThreadPoolExecutor(1)), 3),
    "jobs of a ThreadPoolExecutor, shutdown(wait=False)": (
        lambda: hand_in(ThreadPoolExecutor(1)).shutdown(wait=False),
        3,
    ),
    "jobs of a ProcessPoolExecutor": (lambda: hand_in(ProcessPoolExecutor(1, fork)), 3),
    "jobs of a ProcessPoolExecutor, shutdown(wait=False)": (
        lambda: hand_in(ProcessPoolExecutor(1, fork)).shutdown(wait=False),
        3,
    ),
    "a Process": (lambda: fork.Process(target=job, args=[0.1]).start(), 1),
    "a daemon thread": (lambda: daemon(threading.Thread), 0),
    "a daemon Process": (lambda: daemon(fork.Process), 0),
    "jobs of a Pool": (lambda: fork.Pool(1).map_async(job, [60] * 3), 0),
}

readers = {}
for what, (begin, _) in CASES.items():
    readers[what], writer = os.pipe()
    if not os.fork():  # a program of its own, from here to its end
        kept = begin()
        sys.exit()
    os.close(writer)

for what, (_, times) in CASES.items():
    with open(readers[what]) as pipe:
        done = pipe.read().count("done")  # until all that it has begun has ended
    print(f"at exit: it waits for: {what}: {'yes' if done else 'no'}")
    assert os.wait()[1] == 0
    assert done == times
