# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "plain"
# ///
"""Main's code ends while its daemon child still has its last line before it."""

import multiprocessing
import time


def work(begun):
    print("daemon: first line")
    begun.set()
    time.sleep(60)
    print("daemon: last line")


if __name__ == "__main__":
    begun = multiprocessing.Event()
    child = multiprocessing.Process(target=work, args=(begun,), daemon=True)
    child.start()
    begun.wait()
    print("main:   last line")
    assert child.is_alive()
