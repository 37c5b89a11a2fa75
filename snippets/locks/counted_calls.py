"""Three set() in a row are one: an event is a state, a semaphore is a count."""

import threading

bell = threading.Event()
bookings = threading.Semaphore(0)
served = {"event": 0, "semaphore": 0}

for _ in range(3):
    bell.set()
    bookings.release()

while bell.wait(timeout=0.1):
    bell.clear()
    served["event"] += 1
while bookings.acquire(timeout=0.1):
    served["semaphore"] += 1

print("three calls, and served because of the event:    ", served["event"])
print("three calls, and served because of the semaphore:", served["semaphore"])
assert served == {"event": 1, "semaphore": 3}
