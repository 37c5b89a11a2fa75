# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# quiet = true
# limit = 30
# ///
"""Starting a thread costs least; a process costs more by fork and most by spawn."""

import multiprocessing
import threading
import time


def nothing():
    pass


def start_and_join(kind):
    begin = time.perf_counter()
    child = kind(target=nothing)
    child.start()
    child.join()
    return time.perf_counter() - begin


if __name__ == "__main__":
    kinds = {"thread": threading.Thread}
    for method in ("fork", "forkserver", "spawn"):
        kinds[method] = multiprocessing.get_context(method).Process

    best = {}
    for name, kind in kinds.items():
        first = start_and_join(kind)
        best[name] = min(start_and_join(kind) for _ in range(10))
        print(
            f"{name:10}  first {first * 1e3:6.2f} ms, best {best[name] * 1e3:6.2f} ms"
        )
        if name == "forkserver":
            assert first > best[name] * 2  # the first start includes the server's

    for method in ("fork", "forkserver", "spawn"):
        print(f"{method}: {best[method] / best['thread']:.0f} times a thread")
    assert best["thread"] * 2 < best["fork"]
    assert best["fork"] * 3 < best["spawn"]
    assert best["forkserver"] < best["spawn"]
