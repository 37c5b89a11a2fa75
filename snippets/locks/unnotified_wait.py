"""Without a notify, no one of a hundred waits ends before its timeout."""

import threading
import time

THREADS, TIMES, TIMEOUT = 20, 5, 0.05
condition = threading.Condition()
answers = []


def waiter():
    with condition:
        for _ in range(TIMES):
            began = time.monotonic()
            notified = condition.wait(TIMEOUT)
            early = time.monotonic() - began < TIMEOUT * 0.9
            answers.append((notified, early))


if __name__ == "__main__":
    threads = [threading.Thread(target=waiter) for _ in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    print("waits that nobody ended:", len(answers))
    print("returned True:          ", sum(notified for notified, early in answers))
    print("returned too early:     ", sum(early for notified, early in answers))
    assert answers == [(False, False)] * THREADS * TIMES
