"""notify() wakes one of the threads that wait, notify_all() every one of them."""

import threading
import time
from collections import Counter

WAITERS = 4
condition = threading.Condition()
waiting = 0
call = "none"
woken_by = []


def waiter():
    global waiting
    with condition:
        waiting += 1
        condition.wait()
        woken_by.append(call)


if __name__ == "__main__":
    names = [f"waiter{number}" for number in range(WAITERS)]
    threads = [threading.Thread(target=waiter, name=name) for name in names]
    for thread in threads:
        thread.start()
    while waiting < WAITERS:
        time.sleep(0.01)

    with condition:  # main can have it: so all of them have released it in wait()
        call = "notify"
        condition.notify()
    while not woken_by:
        time.sleep(0.01)
    time.sleep(0.2)  # time for more of them to wake, if they could
    with condition:
        call = "notify_all"
        condition.notify_all()
    for thread in threads:
        thread.join()

    counts = Counter(woken_by)
    for name, count in counts.items():
        print(f"{name + '()':13} has woken {count}")
    assert counts == {"notify": 1, "notify_all": WAITERS - 1}
