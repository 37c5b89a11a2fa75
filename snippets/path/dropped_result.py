# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "plain"
# ///
"""A thread runs a function beside main, and what the function returns is dropped."""

import threading


def add():
    total = 2 + 3
    print("thread:", total)
    return total


if __name__ == "__main__":
    worker = threading.Thread(target=add)
    worker.start()
    answer = worker.join()
    print("main:", answer)
    assert answer is None
