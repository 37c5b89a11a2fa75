"""Of nine guests, a semaphore with three seats lets in three at a time, never more."""

import threading
import time

seats = threading.Semaphore(3)
counting = threading.Lock()
full = threading.Barrier(3)
inside = most = 0


def dine():
    global inside, most
    with seats:
        with counting:
            inside += 1
            most = max(most, inside)
        full.wait()  # for three guests who are inside together
        time.sleep(0.06)
        with counting:
            inside -= 1


if __name__ == "__main__":
    guests = [threading.Thread(target=dine, name=f"guest {n}") for n in range(9)]
    for guest in guests:
        guest.start()
    for guest in guests:
        guest.join()
    print(f"{len(guests)} guests have eaten, at most {most} of them at once")
    assert most == 3
