# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "plain"
# ///
"""One producer and two consumers: a None for each consumer ends both of them."""

from multiprocessing import Process, Queue


def produce(items):
    for item in ("tea", "soup", "rice", "cake"):
        print("put", item)
        items.put(item)
    items.put(None)  # one for each consumer
    items.put(None)


def consume(name, items):
    while (item := items.get()) is not None:
        print(name, "got", item)
    print(name, "ends")


if __name__ == "__main__":
    items = Queue()
    processes = [Process(target=produce, args=[items])]
    processes += [
        Process(target=consume, args=[name, items]) for name in ("Ann", "Bob")
    ]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    assert [process.exitcode for process in processes] == [0, 0, 0]
