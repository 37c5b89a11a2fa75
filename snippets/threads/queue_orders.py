"""Queue gives the oldest item, LifoQueue the newest, PriorityQueue the smallest."""

import itertools
import queue


def drained(box):
    return [box.get() for _ in range(box.qsize())]


if __name__ == "__main__":
    orders = {}
    for kind in queue.Queue, queue.LifoQueue, queue.PriorityQueue:
        box = kind()
        for item in 3, 1, 2:
            box.put(item)
        orders[kind.__name__] = drained(box)
        print(f"3, 1, 2 through a {kind.__name__}:", orders[kind.__name__])
    assert orders["Queue"] == [3, 1, 2]
    assert orders["LifoQueue"] == [2, 1, 3]
    assert orders["PriorityQueue"] == [1, 2, 3]

    box = queue.PriorityQueue()
    box.put((1, {"job": "a"}))
    try:
        box.put((1, {"job": "b"}))
    except TypeError as error:
        print("equal priorities:", error)
    else:
        raise AssertionError("two dicts have been compared")

    box = queue.PriorityQueue()
    number = itertools.count()
    for name in "ab":
        box.put((1, next(number), {"job": name}))
    order = [job["job"] for _, _, job in drained(box)]
    print("with a counter in between:", order)
    assert order == ["a", "b"]
