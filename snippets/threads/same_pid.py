# /// script
# [tool.proof]
# kind = "plain"
# ///
"""os.getpid() is the same in main and in a thread: a thread has no pid of its own."""

import os
import threading


def job():
    print("thread:", os.getpid())
    pids.append(os.getpid())


pids = []
thread = threading.Thread(target=job)
thread.start()
thread.join()
print("main:  ", os.getpid())
assert pids == [os.getpid()]
