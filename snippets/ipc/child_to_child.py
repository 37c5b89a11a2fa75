# /// script
# [tool.proof]
# kind = "plain"
# ///
"""One child puts an item into a queue, and another child gets it."""

import multiprocessing


def write(queue):
    queue.put("hello")
    print("writer: put hello")


def read(queue):
    item = queue.get()
    print("reader: got", item)
    assert item == "hello"


if __name__ == "__main__":
    queue = multiprocessing.Queue()
    writer = multiprocessing.Process(target=write, args=[queue])
    reader = multiprocessing.Process(target=read, args=[queue])
    writer.start()
    reader.start()
    writer.join()
    reader.join()
    assert reader.exitcode == 0
