# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "symptom"
# ///
"""If main waits for the thread that hands in jobs, all of them are taken."""

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
thread.join()
