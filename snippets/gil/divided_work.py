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

LIMIT = 3_000_000
halves = {"first": range(0, LIMIT // 2), "second": range(LIMIT // 2, LIMIT)}
found, waits = {}, {}
has_gil = getattr(sys, "_is_gil_enabled", lambda: True)()


def search(numbers):
    """Count the numbers that are divisible by their own last digit."""
    return sum(1 for n in numbers if n % 10 and n % (n % 10) == 0)


def search_half(name):
    before = resource.getrusage(resource.RUSAGE_THREAD).ru_nvcsw
    found[name] = search(halves[name])
    # Voluntary context switches: how often this thread has gone to sleep.
    waits[name] = resource.getrusage(resource.RUSAGE_THREAD).ru_nvcsw - before


def search_both():
    """Search both halves at once, and return how long that took."""
    threads = [threading.Thread(target=search_half, args=[n], name=n) for n in halves]
    began = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return time.perf_counter() - began


began = time.perf_counter()
whole = search(range(LIMIT))
alone = time.perf_counter() - began
together = search_both()
while has_gil and min(waits.values()) < 8:  # one was done before the other had a CPU
    together = search_both()

print(f"one thread: {alone:.2f} s, two threads: {together:.2f} s, found {whole}")
print("how often they had to wait for each other:", *waits.values())
assert sum(found.values()) == whole
assert has_gil or max(waits.values()) < 8
