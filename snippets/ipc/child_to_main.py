# /// script
# [tool.proof]
# kind = "plain"
# ///
"""A child puts one item into a queue, and main gets it."""

import multiprocessing


def work(queue):
    queue.put("hello from the child")


if __name__ == "__main__":
    queue = multiprocessing.Queue()
    child = multiprocessing.Process(target=work, args=[queue])
    child.start()
    item = queue.get()
    child.join()
    print("main got:", item)
    assert item == "hello from the child"
