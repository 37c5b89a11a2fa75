"""A ThreadPool's with block waits for no job and drops what has not begun."""

import threading
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.pool import ThreadPool

begun, may_end, ended = threading.Event(), threading.Event(), threading.Event()
log = []


def first():
    log.append("the first began")
    begun.set()
    may_end.wait()
    log.append("the first ended")
    ended.set()


def second():
    log.append("the second began")


with ThreadPool(1) as pool:
    pool.apply_async(first)
    pool.apply_async(second)
    begun.wait()
print("ThreadPool, after its block:", *log, sep="\n  ")
assert log == ["the first began"]  # it runs on, and the other one is gone
may_end.set()
ended.wait()
pool.join()
print("and when all its threads have ended:", *log, sep="\n  ")
assert log == ["the first began", "the first ended"]

log.clear()
with ThreadPoolExecutor(1) as executor:
    executor.submit(first)
    executor.submit(second)
print("ThreadPoolExecutor, after its block:", *log, sep="\n  ")
assert log == ["the first began", "the first ended", "the second began"]
