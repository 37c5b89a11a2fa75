"""After an exception a lock stays taken, unless with or finally releases it."""

import threading


def bare(lock):
    lock.acquire()
    int("ten")
    lock.release()


def with_statement(lock):
    with lock:
        int("ten")


def try_finally(lock):
    lock.acquire()
    try:
        int("ten")
    finally:
        lock.release()


if __name__ == "__main__":
    for section in (bare, with_statement, try_finally):
        lock = threading.Lock()
        try:
            section(lock)
        except ValueError:
            free = lock.acquire(blocking=False)
            state = "free" if free else "still taken"
            print(f"{section.__name__:15} afterwards the lock is {state}")
        assert free == (section is not bare)
