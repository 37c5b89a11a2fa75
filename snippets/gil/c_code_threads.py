# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# quiet = true
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
from pathlib import Path

SECONDS = 0.4  # of CPU time, for each thread
ZEROS = bytes(50_000_000)
LONG_CALLS = {
    "sum": lambda: sum(range(2_000_000)),
    "hash": lambda: hashlib.sha256(ZEROS),
    "compress": lambda: zlib.compress(ZEROS),
}


def compute(call):
    all_ready.wait()
    before = clocks()
    while time.thread_time() < SECONDS:
        call()
    after = clocks()
    spent = [late - early for early, late in zip(before, after, strict=True)]
    rows.append((before[0], after[0], *spent[1:], time.thread_time()))


def clocks():
    """Return the time, this thread's sleep so far, how often, and its time ready."""
    ran, ready = Path("/proc/thread-self/schedstat").read_text().split()[:2]  # in ns
    now, ready = time.perf_counter(), int(ready) / 1e9
    sleeps = resource.getrusage(resource.RUSAGE_THREAD).ru_nvcsw
    return now, now - int(ran) / 1e9 - ready, sleeps, ready


all_ready, rows = threading.Barrier(2), []
call = LONG_CALLS[sys.argv[1]]
threads = [threading.Thread(target=compute, args=[call], name=n) for n in "AB"]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()

for _, _, waited, times, ready, cpu in rows:
    print(f"{cpu:.2f} s computing, {abs(waited):.2f} s waiting", end=" ")
    print(f"({times} times), {ready:.2f} s ready")
begins, ends, waits, counts, _, cpu_times = zip(*rows, strict=True)
wall = max(ends) - min(begins)
has_gil = getattr(sys, "_is_gil_enabled", lambda: True)()
if has_gil and sys.argv[1] == "sum":
    assert sum(cpu_times) / wall < 1.1  # cores busy
    assert min(counts) > 30 and sum(waits) > SECONDS / 2
else:
    assert max(counts) < 30 and max(waits) < wall / 3
