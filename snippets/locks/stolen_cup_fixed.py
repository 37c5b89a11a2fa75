"""With while around wait(), the second of two woken threads waits for its own cup."""

import sys
import threading
import time

sys.tracebacklimit = 0  # the last line of the traceback is enough
condition = threading.Condition()
cups, arrived, woken, served = [], [], [], []


def drink(name):
    with condition:
        arrived.append(name)
        while not cups:  # right: who wakes looks again
            condition.wait()
            woken.append(name)
        served.append((name, cups.pop()))


def put_cup(number, enough, so_many):
    while len(enough) < so_many:
        time.sleep(0.01)
    with condition:
        cups.append(number)
        condition.notify_all()


if __name__ == "__main__":
    threads = [threading.Thread(target=drink, args=(name,)) for name in ("Ann", "Bob")]
    for thread in threads:
        thread.start()
    put_cup("cup 1", arrived, 2)  # when both wait
    put_cup("cup 2", woken, 2)  # when both have been woken by the first cup
    for thread in threads:
        thread.join()

    print(f"two cups came, {len(served)} served")
    assert len(served) == 2, "somebody was not served"
