# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "plain"
# ///
"""A consumer waits with a Condition until the producer has put something there."""

import threading

items, got = [], []
condition = threading.Condition()


def consume():
    for _ in range(3):
        with condition:
            while not items:
                condition.wait()
            got.append(items.pop(0))
            print("consumer: got", got[-1])


def produce():
    for item in ("tea", "milk", "bread"):
        with condition:
            items.append(item)
            print("producer: put", item)
            condition.notify()


if __name__ == "__main__":
    threads = [threading.Thread(target=consume), threading.Thread(target=produce)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert got == ["tea", "milk", "bread"]
