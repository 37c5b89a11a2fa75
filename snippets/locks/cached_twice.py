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

together = threading.Barrier(2)
runs = []


def compute(what):
    runs.append(what)
    with contextlib.suppress(threading.BrokenBarrierError):
        together.wait(timeout=1)  # until both threads are in here, if they can be
    return object()


@functools.cache
def cached():
    return compute("functools.cache")


class Report:
    @functools.cached_property
    def cached(self):
        return compute("cached_property")


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
    # Until 3.11 a cached_property held a lock while it computed.
    assert runs.count("cached_property") == (2 if sys.version_info >= (3, 12) else 1)
