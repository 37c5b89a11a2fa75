"""With a lock for each object, a thread waits only for those who use the same one."""

import threading


class Account:
    def __init__(self):
        self.balance = 0
        self.lock = threading.Lock()  # guards this balance, no other

    def deposit(self, amount):
        with self.lock:
            self.balance += amount


if __name__ == "__main__":
    ann, bob = Account(), Account()
    to_ann = threading.Thread(target=ann.deposit, args=(1,), name="to Ann")
    to_bob = threading.Thread(target=bob.deposit, args=(1,), name="to Bob")
    with ann.lock:
        to_ann.start()
        to_bob.start()
        to_bob.join()
        to_ann.join(timeout=0.1)
        print(f"main holds Ann's lock:    Ann {ann.balance}, Bob {bob.balance}")
        assert (ann.balance, bob.balance) == (0, 1)
        assert to_ann.is_alive()
    to_ann.join()
    print(f"main has released it:     Ann {ann.balance}, Bob {bob.balance}")
    assert (ann.balance, bob.balance) == (1, 1)
