"""Whoever cannot get the second lock in time gives back the first, and both finish."""

import random
import threading
import time

a, b = threading.Lock(), threading.Lock()
both_hold_one = threading.Barrier(2)
retreats, finished = [], []


def move(name, mine, other):
    first_time = True
    while True:
        with mine:
            if first_time:
                both_hold_one.wait()
                first_time = False
            if other.acquire(timeout=0.1):
                finished.append(name)
                other.release()
                return
        retreats.append(name)  # here it holds nothing
        time.sleep(random.uniform(0, 0.1))


if __name__ == "__main__":
    needs = {"there": (a, b), "back": (b, a)}
    threads = [
        threading.Thread(target=move, args=(name, *locks), name=name)
        for name, locks in needs.items()
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print("at least one has retreated:", len(retreats) > 0)
    print("finished:", *sorted(finished))
    assert len(retreats) > 0
    assert sorted(finished) == ["back", "there"]
