# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "plain"
# wrong = "deadlocks"
# ///
"""Two threads that take two locks in opposite order can wait for each other."""

import threading

left, right = threading.Lock(), threading.Lock()
both_hold_one = threading.Barrier(2)


def take(first, second):
    with first:
        both_hold_one.wait()
        with second:
            print("one thread has both locks")


if __name__ == "__main__":
    orders = [(left, right), (right, left)]
    workers = [threading.Thread(target=take, args=two, daemon=True) for two in orders]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(timeout=0.5)
    waiting = [worker.is_alive() for worker in workers].count(True)
    print("threads that still wait:", waiting)
    assert waiting == 2
