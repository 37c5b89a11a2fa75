# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "plain"
# ///
"""Of two deposits one is lost where both threads read before either writes."""

import threading

balance = 0
both_have_read = threading.Barrier(2)


def deposit():
    global balance
    old = balance
    both_have_read.wait()
    balance = old + 1


if __name__ == "__main__":
    workers = [threading.Thread(target=deposit) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    print("balance:", balance)
    assert balance == 1
