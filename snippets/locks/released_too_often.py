"""A release too many adds a seat to a Semaphore, and raises in a BoundedSemaphore."""

import threading


def free_seats(semaphore):
    count = 0
    while semaphore.acquire(blocking=False):
        count += 1
    return count


if __name__ == "__main__":
    results = {}
    for kind in (threading.Semaphore, threading.BoundedSemaphore):
        semaphore = kind(2)
        error = None
        semaphore.acquire()
        semaphore.release()
        try:
            semaphore.release()  # one too many
        except ValueError as raised:
            error = str(raised)
        results[kind] = error, free_seats(semaphore)
        print(f"{kind.__name__}(2), released once too often:")
        print(f"    error: {error}, seats: {results[kind][1]}")

    assert results[threading.Semaphore] == (None, 3)
    assert results[threading.BoundedSemaphore][0] is not None
    assert results[threading.BoundedSemaphore][1] == 2
