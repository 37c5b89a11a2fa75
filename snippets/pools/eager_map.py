"""Executor.map and Pool.imap draw all their input before one result is asked for."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.pool import ThreadPool

INPUTS = 1000
may_end = threading.Event()


def job(n):
    may_end.wait()  # no job ends as long as the input is counted
    return n


def numbers(drawn):
    for n in range(INPUTS):
        drawn.append(threading.current_thread())
        yield n


with ThreadPoolExecutor(2) as executor, ThreadPool(2) as pool:
    drawn = []
    executor.map(job, numbers(drawn))
    print("Executor.map:", len(drawn), "drawn when map returns, no job done")
    assert drawn == [threading.main_thread()] * INPUTS

    drawn = []
    results = pool.imap(job, numbers(drawn))
    while len(drawn) < INPUTS:  # a helper thread draws, without being asked
        time.sleep(0.001)
    print("Pool.imap:   ", len(drawn), "drawn, and nobody has called next")
    assert threading.main_thread() not in drawn

    may_end.set()
    assert list(results) == list(range(INPUTS))
