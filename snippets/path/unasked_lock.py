# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "plain"
# ///
"""A lock stops a thread that asks for it, and no other."""

import threading

lock = threading.Lock()
shelf = ["book"]


def clear():
    shelf.clear()


if __name__ == "__main__":
    with lock:
        worker = threading.Thread(target=clear)
        worker.start()
        worker.join()
        print("shelf:", shelf)
    assert shelf == []
