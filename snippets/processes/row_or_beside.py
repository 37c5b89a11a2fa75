# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "plain"
# ///
"""Two calls run in main, one behind the other; two processes run beside it."""

import multiprocessing
import os
import time


def job(name):
    print(f"{name} begins in process {os.getpid()}")
    time.sleep(0.3)
    print(f"{name} ends")


if __name__ == "__main__":
    job("first call")
    job("second call")

    one = multiprocessing.Process(target=job, args=("first process",))
    two = multiprocessing.Process(target=job, args=("second process",))
    one.start()
    two.start()
    one.join()
    two.join()
    assert len({os.getpid(), one.pid, two.pid}) == 3
