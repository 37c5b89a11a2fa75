# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# limit = 30
# ///
"""Whoever waits is switched away voluntarily, whoever computes is not."""

import multiprocessing
import os
import time
from resource import RUSAGE_SELF, getrusage


def compute():
    while time.process_time() < 0.15:
        pass


def wait_often():
    for _ in range(20):
        time.sleep(0.005)


def count(job, together, pipe):
    together.wait()
    before = getrusage(RUSAGE_SELF)
    job()
    after = getrusage(RUSAGE_SELF)
    voluntary = after.ru_nvcsw - before.ru_nvcsw
    pipe.send((voluntary, after.ru_nivcsw - before.ru_nivcsw))


if __name__ == "__main__":
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})  # one CPU for everybody
    fork = multiprocessing.get_context("fork")
    together = fork.Barrier(3)
    running = []
    for name, job in [("first", compute), ("second", compute), ("waiter", wait_often)]:
        here, there = fork.Pipe()
        child = fork.Process(target=count, args=(job, together, there), name=name)
        child.start()
        running.append((child, here))
    for child, here in running:
        voluntary, involuntary = here.recv()
        child.join()
        print(f"{child.name:6} {voluntary:2} voluntary, {involuntary} involuntary")
        if child.name == "waiter":
            assert voluntary >= 20
        else:
            assert voluntary <= 2 and involuntary >= 5
