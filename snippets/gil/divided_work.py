# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# quiet = true
# platform = "linux"
# limit = 30
# pythons = ["3.14", "3.14t"]
# ///
"""Two threads divide one job; without a GIL neither waits for the other."""

import resource
import sys
import threading
import time
from collections import deque
from statistics import median

LIMIT = 500_000
halves = {"first": range(LIMIT // 2), "second": range(LIMIT // 2, LIMIT)}
found, waits = {}, {"first": 0, "second": 0}


def search(numbers):
    """Count the numbers that are divisible by their own last digit."""
    return sum(1 for n in numbers if n % 10 and n % (n % 10) == 0)


def search_half(name):
    before = resource.getrusage(resource.RUSAGE_THREAD).ru_nvcsw
    found[name] = search(halves[name])
    # Voluntary context switches: how often this thread has gone to sleep.
    waits[name] += resource.getrusage(resource.RUSAGE_THREAD).ru_nvcsw - before


def one_thread():
    found["whole"] = search(range(LIMIT))


def two_threads():
    threads = [threading.Thread(target=search_half, args=[n], name=n) for n in halves]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


rounds = {one_thread: [], two_threads: []}
order = deque(rounds)
for _ in range(10):
    order.rotate()  # in turns: the other one comes first
    for way in order:
        began, cpu_began = time.perf_counter(), time.process_time()
        way()
        took, cpu = time.perf_counter() - began, time.process_time() - cpu_began
        rounds[way].append((took, cpu, cpu / took))
seen = {way: list(zip(*rounds[way][1:], strict=True)) for way in rounds}
alone, together = median(seen[one_thread][0]), median(seen[two_threads][0])

print(f"one thread / two threads: {alone / together:.1f} times, found {found['whole']}")
print("how often they had to wait for each other:", *waits.values())
assert found["first"] + found["second"] == found["whole"]
if getattr(sys, "_is_gil_enabled", lambda: True)():
    assert min(waits.values()) >= 8
    assert max(seen[two_threads][2]) < 1.1  # never more than one core busy
    # Not even the fastest round beats what one thread needs with a CPU of its own.
    assert min(seen[two_threads][0]) > 0.8 * min(seen[one_thread][1])
else:
    assert max(waits.values()) < 8
