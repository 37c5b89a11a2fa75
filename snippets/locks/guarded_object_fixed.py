# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "symptom"
# ///
"""Whoever logs after it has released its own lock closes no ring with the handler."""

import logging
import sys
import threading

logging.basicConfig(stream=sys.stdout, format="%(threadName)s: %(message)s")
both_hold_one = threading.Barrier(2)  # the unlucky timing, made certain


class Account:
    def __init__(self):
        self.lock, self.balance = threading.Lock(), 0

    def deposit(self, amount):
        with self.lock:
            self.balance += amount
            both_hold_one.wait()
        logging.warning("deposited")  # right: it holds no lock here

    def __str__(self):
        both_hold_one.wait()  # called by the handler, with its lock held
        with self.lock:
            return f"balance {self.balance}"


if __name__ == "__main__":
    account = Account()
    jobs = {"cashier": (account.deposit, 5), "report": (logging.warning, account)}
    threads = [
        threading.Thread(target=job, args=(value,), name=name)
        for name, (job, value) in jobs.items()
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert account.balance == 5
