# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "recipe"
# ///
"""No worker works before all are ready; if one fails, none does, and all are told."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor


def start_together(prepare, work, number, limit):
    """Return a future for each of `number` threads, which work once all have prepared.

    BrokenBarrierError: another has failed, or came `limit` s or more after the first.
    """
    line = threading.Barrier(number)

    def prepare_and_work(n):
        try:
            prepare(n)
        except BaseException:
            line.abort()  # the others need not wait for this one
            raise
        line.wait(limit)  # the point
        return work(n)

    with ThreadPoolExecutor(number) as pool:
        return [pool.submit(prepare_and_work, n) for n in range(number)]


ready = []


def prepare(n):
    time.sleep(0.05 * n)
    if n == failing:
        raise OSError("no connection")
    if n == late:
        time.sleep(0.5)
    ready.append(n)


def work(n):
    return len(ready)


def outcome(future):
    return type(future.exception()).__name__ if future.exception() else future.result()


if __name__ == "__main__":
    failing = late = None
    good = [outcome(one) for one in start_together(prepare, work, 3, limit=20)]
    print("all get ready:", *good)
    failing = 2
    bad = [outcome(one) for one in start_together(prepare, work, 3, limit=20)]
    print("one fails:    ", *bad)
    failing, late = None, 2
    slow = [outcome(one) for one in start_together(prepare, work, 3, limit=0.1)]
    print("one is late:  ", *slow)
    assert good == [3, 3, 3]
    assert bad == ["BrokenBarrierError", "BrokenBarrierError", "OSError"]
    assert slow == ["BrokenBarrierError"] * 3
