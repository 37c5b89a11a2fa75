# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "plain"
# ///
"""Three threads that wait half a second each wait at the same time."""

import threading
import time


def fetch():
    time.sleep(0.5)  # as if an answer came from far away


if __name__ == "__main__":
    begin = time.perf_counter()
    workers = [threading.Thread(target=fetch) for _ in range(3)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    took = time.perf_counter() - begin
    print(f"took {took:.1f} s")
    assert took < 1.5
