# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "plain"
# ///
"""Two threads pay in and out under a lock with try and finally: nothing is missing."""

import threading

balance = 0
lock = threading.Lock()


def pay_in_and_out(amount):
    global balance
    for _ in range(50_000):
        lock.acquire()
        try:
            balance += amount
            balance -= amount
        finally:
            lock.release()


if __name__ == "__main__":
    threads = [threading.Thread(target=pay_in_and_out, args=(n,)) for n in (5, 8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print("balance:", balance)
    assert balance == 0
