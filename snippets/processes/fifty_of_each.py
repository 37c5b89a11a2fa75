# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "plain"
# limit = 30
# ///
"""Fifty processes take longer to start and join than fifty threads."""

import math
import multiprocessing
import threading
import time


def seconds_for_fifty(kind):
    began = time.perf_counter()
    workers = [kind(target=math.factorial, args=(20,)) for _ in range(50)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return time.perf_counter() - began


if __name__ == "__main__":
    processes = seconds_for_fifty(multiprocessing.Process)
    threads = seconds_for_fifty(threading.Thread)
    print(f"50 processes: {processes:.3f} s")
    print(f"50 threads:   {threads:.3f} s")
    assert processes > threads
