# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# pythons = ["3.13", "3.14"]
# ///
"""Since 3.14 a child does not see what mock.patch has replaced in main."""

import multiprocessing
import sys
import time
from unittest import mock


def clock(answers, frozen=None):
    if frozen is not None:
        time.time = lambda: frozen
    answers.put(time.time())


def ask(*args):
    answers = multiprocessing.SimpleQueue()
    child = multiprocessing.Process(target=clock, args=(answers, *args))
    child.start()
    child.join()
    return answers.get()


if __name__ == "__main__":
    with mock.patch("time.time", lambda: 12.0):
        patched_in_main = ask()  # wrong: the patch stays in main
    print("patched in main, a child sees it: ", patched_in_main == 12.0)
    patched_in_child = ask(12.0)
    print("patched in the child, it sees it: ", patched_in_child == 12.0)
    forks = sys.version_info < (3, 14) and sys.platform == "linux"
    assert (patched_in_main == 12.0) == forks
    assert patched_in_child == 12.0
