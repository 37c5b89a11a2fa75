# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "plain"
# ///
"""A process has memory of its own: what it adds to a list does not come to main."""

import multiprocessing

basket = []


def add():
    basket.append("apple")
    print("process:", basket)


if __name__ == "__main__":
    worker = multiprocessing.Process(target=add)
    worker.start()
    worker.join()
    print("main:", basket)
    assert basket == []
