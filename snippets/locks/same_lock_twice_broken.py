# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# expect = "hang"
# limit = 2
# wrong = "deadlocks"
# ///
"""A thread that holds a Lock and asks for it again waits for itself, for ever."""

import threading

lock = threading.Lock()  # wrong: deposit asks again for what transfer holds
balance = {"Ann": 5, "Bob": 5}


def deposit(name, amount):
    with lock:
        balance[name] += amount


def transfer(giver, taker, amount):
    with lock:
        print("transfer has the lock, deposit asks for it too")
        deposit(giver, -amount)
        deposit(taker, amount)


if __name__ == "__main__":
    transfer("Ann", "Bob", 1)
    print(balance)
    assert balance == {"Ann": 4, "Bob": 6}
