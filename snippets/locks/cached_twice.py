# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# pythons = ["3.11", "3.14"]
# ///
"""A cached function runs once for each thread that asks before the first is done."""

import contextlib
import functools
import sys
import threading

# Until 3.11 a cached_property held a lock while it computed.
LOCKED = sys.version_info < (3, 12)
together = threading.Barrier(2)
runs = []


def compute(what, timeout=None):
    runs.append(what)
    with contextlib.suppress(threading.BrokenBarrierError):
        together.wait(timeout)  # until both threads are in here
    return object()


@functools.cache
def cached():
    return compute("functools.cache")


class Report:
    @functools.cached_property
    def cached(self):
        # Where one thread keeps the other out, it must give up.
        return compute("cached_property", 1 if LOCKED else None)


if __name__ == "__main__":
    report = Report()
    for ask in (cached, lambda: report.cached):
        threads = [threading.Thread(target=ask) for _ in range(2)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    for what in ("functools.cache", "cached_property"):
        print(f"{what} for two threads: computed {runs.count(what)} times")
    assert runs.count("functools.cache") == 2
    assert runs.count("cached_property") == (1 if LOCKED else 2)
