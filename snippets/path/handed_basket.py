# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "plain"
# ///
"""A queue between threads hands over the object itself, not a copy of it."""

import queue
import threading

jobs = queue.Queue()
taken = []


def work():
    while (job := jobs.get()) is not None:
        print("worker:", job)
        taken.append(job)


if __name__ == "__main__":
    basket = ["apple"]
    jobs.put(basket)
    basket.append("pear")
    jobs.put(None)
    worker = threading.Thread(target=work)
    worker.start()
    worker.join()
    assert taken == [["apple", "pear"]] and taken[0] is basket
