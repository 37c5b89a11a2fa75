"""A job that does its part itself needs no second worker."""

import threading
from concurrent.futures import ThreadPoolExecutor

both_run = threading.Barrier(2)


def half(n):
    return n // 2


def job(n):
    both_run.wait()  # now both workers are busy
    result = half(n)
    return result + 1


executor = ThreadPoolExecutor(max_workers=2, thread_name_prefix="worker")
futures = [executor.submit(job, n) for n in (10, 20)]
print("main waits for two jobs")
results = [future.result() for future in futures]
print("results:", *results)
assert results == [6, 11]
executor.shutdown()
