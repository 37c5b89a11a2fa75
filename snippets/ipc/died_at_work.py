# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# expect = "hang"
# limit = 1
# wrong = "hangs"
# ///
"""An item whose consumer dies before task_done makes join wait for ever."""

import multiprocessing
import os


def consume(items):
    items.get()
    os._exit(1)  # as if it had been killed at work


if __name__ == "__main__":
    fork = multiprocessing.get_context("fork")
    items = fork.JoinableQueue()
    consumer = fork.Process(target=consume, args=[items])
    consumer.start()
    items.put("parcel")
    consumer.join()
    print("the consumer has taken the item and died, exit code", consumer.exitcode)
    assert consumer.exitcode == 1

    try:
        items.join(timeout=1)
    except TypeError as error:
        print("TypeError:", error)
    else:
        raise AssertionError("join has a timeout")
    print("then without a limit")
    items.join()
