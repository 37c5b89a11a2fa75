# /// script
# [tool.proof]
# kind = "symptom"
# ///
"""A finaliser that only appends to a deque takes no lock, wherever it runs."""

import collections
import gc
import queue


class Connection:
    def __init__(self):
        self.me = self  # a cycle: the garbage collector has to find it

    def __del__(self):
        say_closed()


def say_closed():
    last_words.append("closed")  # right: it takes no lock


class Log(queue.Queue):
    """A Queue in whose put the garbage collector runs, which comes by chance else."""

    def _put(self, item):  # Queue.put holds the queue's lock here
        gc.collect()
        super()._put(item)


gc.disable()  # so that it runs there, and not before
log, last_words = Log(), collections.deque()
Connection()
print("main logs", flush=True)
log.put("from main")
print("main has logged:", log.get(), "- left by the finaliser:", *last_words)
assert last_words == collections.deque(["closed"])
