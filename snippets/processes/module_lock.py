# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# pythons = ["3.13", "3.14"]
# ///
"""Since 3.14 a Lock of the module keeps no child out: each has a lock of its own."""

import multiprocessing
import sys

lock = multiprocessing.Lock()


def try_lock(answers, lock=lock):
    answers.put(lock.acquire(block=False))


def ask(*args):
    answers = multiprocessing.SimpleQueue()
    child = multiprocessing.Process(target=try_lock, args=(answers, *args))
    child.start()
    child.join()
    return answers.get()


if __name__ == "__main__":
    with lock:
        print("main holds the lock")
        by_module = ask()  # wrong: the child takes a lock that it has made itself
        print("a child gets the module's:", by_module)
        by_argument = ask(lock)
        print("a child gets the argument:", by_argument)
    forks = sys.version_info < (3, 14) and sys.platform == "linux"
    assert by_module == (not forks)
    assert not by_argument
