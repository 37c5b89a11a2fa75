"""When no seat is free, acquire returns False after its timeout, and takes no seat."""

import threading
import time

seats = threading.BoundedSemaphore(2)
seated = threading.Barrier(3)
leave = threading.Event()


def dine():
    with seats:
        seated.wait()
        leave.wait()


if __name__ == "__main__":
    guests = [threading.Thread(target=dine, name=f"guest {n}") for n in range(2)]
    for guest in guests:
        guest.start()
    seated.wait()  # both are inside
    start = time.monotonic()
    late = seats.acquire(timeout=0.1)
    seconds = time.monotonic() - start
    print(f"asked while all seats are taken: {late}, after {seconds:.1f} s")
    assert late is False
    assert seconds > 0.099
    leave.set()
    for guest in guests:
        guest.join()
    answers = [seats.acquire(blocking=False) for _ in range(3)]
    print("asked three times when all have left:", answers)
    assert answers == [True, True, False]
