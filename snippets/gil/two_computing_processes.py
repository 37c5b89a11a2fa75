# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "plain"
# ///
"""Two processes compute two jobs in the same stretch of time, under two ids."""

import multiprocessing
import os
import time


def job(reports):
    began = time.perf_counter()
    while time.process_time() < 0.4:  # seconds of CPU time
        sum(range(1000))
    reports.put((os.getpid(), began, time.perf_counter()))


if __name__ == "__main__":
    reports = multiprocessing.Queue()
    processes = [multiprocessing.Process(target=job, args=[reports]) for _ in "AB"]
    for process in processes:
        process.start()
    (one, began, ended), (other, too, later) = reports.get(), reports.get()
    for process in processes:
        process.join()
    print(f"process {one} computed for {ended - began:.2f} s")
    print(f"process {other} computed for {later - too:.2f} s")
    print(f"both together took {max(ended, later) - min(began, too):.2f} s")
    assert one != other and began < later and too < ended  # at the same time
