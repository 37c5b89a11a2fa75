# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "plain"
# ///
"""Three threads wait for an Event, and go on when main sets it."""

import threading
import time

done = []
ready = threading.Event()


def worker(number):
    print(f"worker {number} waits")
    ready.wait()
    print(f"worker {number} goes on")
    done.append(number)


if __name__ == "__main__":
    threads = [threading.Thread(target=worker, args=(n,)) for n in range(3)]
    for thread in threads:
        thread.start()
    time.sleep(0.1)
    print("main sets the event")
    ready.set()
    for thread in threads:
        thread.join()
    assert sorted(done) == [0, 1, 2]
