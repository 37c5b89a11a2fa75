"""A semaphore makes submit wait until one of the jobs handed in earlier is done."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor

PLACES = 4
places = threading.BoundedSemaphore(PLACES)
most, handed_in, done = 0, 0, 0


def job():
    global done
    time.sleep(0.01)
    done += 1


def submit(executor):
    """Wait for a free place, and hand in a job that frees it at its end."""
    global most, handed_in
    places.acquire()
    handed_in += 1
    most = max(most, handed_in - done)
    future = executor.submit(job)
    future.add_done_callback(lambda _: places.release())


with ThreadPoolExecutor(1) as executor:
    for _ in range(20):
        submit(executor)

print("jobs done:", done, "  most that were in the executor:", most)
assert done == 20 and most <= PLACES
