"""A semaphore limits how many calls run at once, not how many begin in a second."""

import threading
import time

SEATS, THREADS, CALLS = 2, 4, 10
seats, guard = threading.Semaphore(SEATS), threading.Lock()
starts, inside, most = [], 0, 0


def caller():
    global inside, most
    for _ in range(CALLS):
        with seats:
            with guard:
                inside += 1
                most = max(most, inside)
                starts.append(time.monotonic())
            time.sleep(0.005)  # a quick call
            with guard:
                inside -= 1


threads = [threading.Thread(target=caller, name=f"caller {n}") for n in range(THREADS)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()

begun = max(sum(t <= start < t + 1 for start in starts) for t in starts)
print("seats:                        ", SEATS)
print("most calls at one time:       ", most)
print("most that began in one second:", begun)
assert most <= SEATS
assert begun >= 5 * SEATS
