# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# pythons = ["3.13", "3.14"]
# ///
"""Since 3.14 a process of the default refuses a lock of fork's context."""

import multiprocessing
import sys
import traceback


def use(lock):
    with lock:
        print("a child had the lock")


if __name__ == "__main__":
    fork = multiprocessing.get_context("fork")
    lock = fork.Lock()
    child = multiprocessing.Process(target=use, args=(lock,))  # wrong: another context
    said = ""
    try:
        child.start()
        child.join()
    except RuntimeError as error:
        said = traceback.format_exception_only(error)[0]
        print(*said.split(". "), sep=".\n", end="")
    assert bool(said) == (sys.version_info >= (3, 14))

    child = fork.Process(target=use, args=(lock,))
    child.start()
    child.join()
    assert child.exitcode == 0
