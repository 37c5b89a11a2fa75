# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# kind = "symptom"
# args = [["keep"], ["close"]]
# ///
"""A Process and a queue kept for each job end in Too many open files; close them."""

import multiprocessing
import os
import resource
import sys

resource.setrlimit(resource.RLIMIT_NOFILE, (64, 64))  # mostly it is 1024
fork = multiprocessing.get_context("fork")
jobs = []


def run_job(number):
    queue = fork.SimpleQueue()
    child = fork.Process(target=queue.put, args=(number,))
    child.start()
    result = queue.get()
    child.join()
    if sys.argv[1] == "close":
        queue.close()
        child.close()
    jobs.append((child, queue))
    return result


def open_files():
    return len(os.listdir("/proc/self/fd"))


if __name__ == "__main__":
    try:
        results = [run_job(number) for number in range(40)]
    except OSError as error:
        print(f"{type(error).__name__}: {error}")
    print(len(jobs), "jobs done,", open_files(), "files open")
    assert (len(jobs) == 40) == (sys.argv[1] == "close")
    jobs.clear()

    counts, queue = [open_files()], fork.Queue()
    counts.append(open_files())
    queue.close()
    counts.append(open_files())
    del queue
    counts.append(open_files())
    print("files before, with, after close() and after del of a Queue:", *counts)
    assert counts[1] >= counts[2] > counts[0] == counts[3]
