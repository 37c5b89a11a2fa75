# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# repeat = 20
# pythons = ["3.14", "3.14t"]
# ///
"""With a lock held from the read to the write, no update is lost on any build."""

import sys
import threading

STEPS = 20_000
count = 0
begin = threading.Barrier(2)
lock = threading.Lock()


def one():
    return 1


def add():
    global count
    begin.wait()
    for _ in range(STEPS):
        with lock:
            count = count + one()


if __name__ == "__main__":
    sys.setswitchinterval(0.00001)  # change threads 500 times as often as usual
    threads = [threading.Thread(target=add) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    print("all counted" if count == 2 * STEPS else "updates lost")
    assert count == 2 * STEPS
