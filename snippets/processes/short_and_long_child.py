# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "plain"
# ///
"""Two children that are started together are joined when the longer one has ended."""

import multiprocessing
import time


def work(seconds):
    time.sleep(seconds)
    print(f"the child of {seconds} s ends")


if __name__ == "__main__":
    began = time.monotonic()
    short = multiprocessing.Process(target=work, args=(0.2,))
    long = multiprocessing.Process(target=work, args=(0.4,))
    short.start()
    long.start()
    short.join()
    print(f"short joined after {time.monotonic() - began:.1f} s")
    long.join()
    print(f"long joined after {time.monotonic() - began:.1f} s")
    assert time.monotonic() - began >= 0.4
