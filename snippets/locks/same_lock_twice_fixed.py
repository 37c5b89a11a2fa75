"""A thread that holds an RLock gets it again and goes on."""

import threading

lock = threading.RLock()  # right: its owner may take it again
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
