# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# pythons = ["3.14", "3.14t"]
# wrong = "races"
# ///
"""A write that falls between another thread's read and write is lost, every time."""

import threading

balance = 10
deposit_has_read = threading.Event()
withdrawal_has_written = threading.Event()


def deposit():
    global balance
    seen = balance
    print(f"deposit:    reads  {seen}")
    deposit_has_read.set()
    withdrawal_has_written.wait()
    balance = seen + 1  # wrong: what was read is out of date
    print(f"deposit:    writes {balance}")


def withdraw():
    global balance
    deposit_has_read.wait()
    seen = balance
    print(f"withdrawal: reads  {seen}")
    balance = seen - 1
    print(f"withdrawal: writes {balance}")
    withdrawal_has_written.set()


if __name__ == "__main__":
    threads = [threading.Thread(target=work) for work in (deposit, withdraw)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    print(f"10 + 1 - 1 = {balance}")
    assert balance == 11
