"""A stop mark put before the last producer has ended leaves items behind it."""

import queue
import threading


def day(wait_for_all):
    items, taken = queue.Queue(), []
    may_finish = threading.Event()

    def quick_producer():
        items.put("quick")

    def slow_producer():
        may_finish.wait()
        items.put("slow")

    def consumer():
        while (item := items.get()) is not None:
            taken.append(item)

    quick, slow, reader = (
        threading.Thread(target=job, name=job.__name__)
        for job in (quick_producer, slow_producer, consumer)
    )
    for thread in (quick, slow, reader):
        thread.start()
    quick.join()
    if wait_for_all:
        may_finish.set()
        slow.join()
    items.put(None)
    may_finish.set()  # otherwise the slow one finishes only now
    for thread in (slow, reader):
        thread.join()
    return taken, items.qsize()


taken, left = day(wait_for_all=False)
print(f"mark after the first producer's end: taken {taken}, left {left}")
assert (taken, left) == (["quick"], 1)

taken, left = day(wait_for_all=True)
print(f"mark after both have ended: taken {taken}, left {left}")
assert (taken, left) == (["quick", "slow"], 0)
