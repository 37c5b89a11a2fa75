# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "plain"
# ///
"""A process that reads a queue for ever goes on until it is terminated."""

import multiprocessing


def reader(numbers):
    while True:
        print("read", numbers.get())
        numbers.task_done()


if __name__ == "__main__":
    numbers = multiprocessing.JoinableQueue()
    child = multiprocessing.Process(target=reader, args=(numbers,))
    child.start()
    for number in (1, 2, 3):
        numbers.put(number)
    numbers.join()
    print("all read; alive:", child.is_alive())
    child.terminate()
    child.join()
    print("terminated; alive:", child.is_alive())
    assert child.exitcode == -15
