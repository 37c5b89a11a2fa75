"""Guard the account.

Two threads deposit 1 each, and one deposit is lost. Use `lock`, so that both
arrive. Leave `pause()` between the reading and the writing.
"""

import contextlib
import sys
import threading

balance = 0
lock = threading.Lock()
both_here = threading.Barrier(2)


def pause():
    """Wait here for the other thread, one second at most."""
    with contextlib.suppress(threading.BrokenBarrierError):
        both_here.wait(timeout=1)


def deposit():
    global balance
    old = balance
    pause()
    balance = old + 1


# The check: leave it as it is.
if __name__ == "__main__":
    workers = [threading.Thread(target=deposit, daemon=True) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(timeout=5)
    if any(worker.is_alive() for worker in workers):
        sys.exit("Not yet: a thread still waits. Give the lock back: use with lock:")
    if balance != 2:
        sys.exit(
            f"Not yet: the balance is {balance} after two deposits. Hold the lock from "
            "the reading to the writing, and let it be one lock for both threads."
        )
    print("Solved: the balance is", balance)
