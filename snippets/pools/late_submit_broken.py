# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "symptom"
# stderr = "RuntimeError: cannot schedule new futures after interpreter shutdown"
# wrong = "raises"
# ///
"""A thread cannot hand in jobs any more when main has ended."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor


def scheduler():
    for number in range(4):
        time.sleep(0.1)
        squares.append(executor.submit(pow, number, 2).result())
        print("done:", *squares)
    assert squares == [0, 1, 4, 9]


squares = []
executor = ThreadPoolExecutor(2)
thread = threading.Thread(target=scheduler)
thread.start()
print("main ends")  # wrong: the thread has not handed in all its jobs
