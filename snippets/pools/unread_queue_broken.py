# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# expect = "hang"
# limit = 1
# wrong = "hangs"
# ///
"""At exit a program waits until all that it put into a queue has gone into the pipe."""

import multiprocessing
import os

fork = multiprocessing.get_context("fork")


def worker(orders):
    orders.get()
    os._exit(1)  # the worker dies before it reads the second order


if __name__ == "__main__":
    orders = fork.Queue()
    child = fork.Process(target=worker, args=(orders,))
    child.start()
    orders.put("small")
    child.join()
    assert child.exitcode == 1

    orders.put(bytes(1_000_000))  # more than a pipe holds, and nobody reads it
    orders.close()  # wrong: the exit still waits for the queue's helper thread
    print("last line of main")
