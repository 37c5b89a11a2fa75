"""A queue ends with the process that made it, and its items with the queue."""

import contextlib
import multiprocessing
import pickle
import tempfile
import time
from multiprocessing.managers import BaseManager
from queue import Queue

fork = multiprocessing.get_context("fork")


class Queues(BaseManager):
    """A process that holds a queue, at an address that others can use."""


Queues.register("work", callable=Queue)


def produce():
    simple = fork.Queue()
    try:
        pickle.dumps(simple)
    except RuntimeError:
        print("producer: I cannot send a multiprocessing.Queue to a stranger")
    else:
        raise AssertionError("the queue was pickled")

    with Queues(address="queues.sock", authkey=b"secret", ctx=fork) as manager:
        work = manager.work()
        for item in ["one", "two", "three"]:
            work.put(item)
        print("producer: a manager's queue holds", work.qsize(), "items, I end")
        assert work.qsize() == 3
        time.sleep(0.1)  # long enough to be seen in the picture


def consume():
    try:
        Queues(address="queues.sock", authkey=b"secret").connect()
    except (FileNotFoundError, ConnectionRefusedError):
        print("consumer: there is nobody at its address")
    else:
        raise AssertionError("the queue is still there")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        for target in [produce, consume]:
            process = fork.Process(target=target, name=target.__name__)
            process.start()
            process.join()
            assert process.exitcode == 0
