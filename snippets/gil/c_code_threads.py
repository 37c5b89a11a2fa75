# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# limit = 30
# args = [["sum"], ["hash"], ["compress"]]
# ///
"""With a GIL, threads in sum() wait for each other; in hashlib and zlib they do not."""

import hashlib
import resource
import sys
import threading
import time
import zlib

SECONDS = 0.4  # of CPU time, for each thread
ZEROS = bytes(50_000_000)
LONG_CALLS = {
    "sum": lambda: sum(range(2_000_000)),
    "hash": lambda: hashlib.pbkdf2_hmac("sha256", b"password", b"salt", 500_000),
    "compress": lambda: zlib.compress(ZEROS),
}


def compute(call):
    began = time.perf_counter()
    while time.thread_time() < SECONDS:
        call()
    # Voluntary context switches: how often this thread has gone to sleep.
    waits = resource.getrusage(resource.RUSAGE_THREAD).ru_nvcsw
    results.append((began, time.perf_counter(), time.thread_time(), waits))


results = []
call = LONG_CALLS[sys.argv[1]]
threads = [threading.Thread(target=compute, args=[call], name=n) for n in "AB"]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()

begins, ends, cpu_times, waits = zip(*results, strict=True)
cores = sum(cpu_times) / (max(ends) - min(begins))
print(f"{cores:.1f} cores busy; how often they had to wait:", *waits)
has_gil = getattr(sys, "_is_gil_enabled", lambda: True)()
if has_gil and sys.argv[1] == "sum":
    assert cores < 1.1
    assert min(waits) > 30
else:
    assert max(waits) < 30
