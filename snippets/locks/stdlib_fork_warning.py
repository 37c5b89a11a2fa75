# /// script
# requires-python = ">=3.12"
# dependencies = []
# [tool.proof]
# platform = "linux"
# pythons = ["3.14"]
# ///
"""Some of the standard library starts threads, so a fork after its use warns."""

import multiprocessing
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
    quiet = ["nothing else", "a Manager", "a Queue"]
    assert [what for what, warned in found.items() if not warned] == quiet
