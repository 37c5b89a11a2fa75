# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# expect = "hang"
# limit = 1
# wrong = "deadlocks"
# ///
"""Jobs that wait for jobs of their own pool hang when no worker is left."""

import threading
from concurrent.futures import ThreadPoolExecutor

both_run = threading.Barrier(2)


def half(n):
    return n // 2


def job(n):
    both_run.wait()  # now both workers are busy
    result = executor.submit(half, n).result()  # wrong: who should do it?
    return result + 1


executor = ThreadPoolExecutor(max_workers=2, thread_name_prefix="worker")
futures = [executor.submit(job, n) for n in (10, 20)]
print("main waits for two jobs")
results = [future.result() for future in futures]
print("results:", *results)
assert results == [6, 11]
executor.shutdown()
