# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# pythons = ["3.11", "3.14"]
# ///
"""Some of the standard library starts threads: since 3.12, a fork beside them warns."""

import multiprocessing
import sys
import warnings
from concurrent.futures import ThreadPoolExecutor

fork = multiprocessing.get_context("fork")


def nothing(*_):
    pass


def warns():
    """Fork a process, and return whether Python warned of threads."""
    child = fork.Process(target=nothing)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        child.start()
    child.join()
    return any("use of fork()" in str(one.message) for one in caught)


if __name__ == "__main__":
    found = {"nothing else": warns()}
    with fork.Manager():
        found["a Manager"] = warns()
    queue = fork.Queue()
    found["a Queue"] = warns()
    queue.put("item")
    found["a Queue after put()"] = warns()
    queue.get()
    queue.close()
    queue.join_thread()
    with fork.Pool(1):
        found["a Pool"] = warns()
    with ThreadPoolExecutor(1) as executor:
        executor.submit(nothing).result()
        found["a ThreadPoolExecutor in use"] = warns()

    for what, warned in found.items():
        print(f"fork beside {what:28}", "warns" if warned else "does not warn")
    threads = {"a Queue after put()", "a Pool", "a ThreadPoolExecutor in use"}
    warned = {what for what, warned in found.items() if warned}
    assert warned == (threads if sys.version_info >= (3, 12) else set())
