# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# quiet = true
# ///
"""A manager's lock costs many times as much as one that processes share in memory."""

import multiprocessing
import threading
import time

ROUNDS = 10


def price(lock, times):
    """Return the seconds that one acquire and release take, nobody else asking."""
    begin = time.perf_counter()
    for _ in range(times):
        with lock:
            pass
    return (time.perf_counter() - begin) / times


if __name__ == "__main__":
    with multiprocessing.Manager() as manager:
        locks = {
            "threading.Lock": (threading.Lock(), 2_000),
            "multiprocessing.Lock": (multiprocessing.Lock(), 2_000),
            "manager's Lock": (manager.Lock(), 40),
        }
        order, prices = list(locks), {name: [] for name in locks}
        for name in order:
            price(*locks[name])  # to warm up
        for _ in range(ROUNDS):
            order.append(order.pop(0))  # each round begins with another one
            for name in order:
                prices[name].append(price(*locks[name]))

    least = {name: min(times) for name, times in prices.items()}
    for name, seconds in least.items():
        print(f"{name}: {seconds * 1e6:.2f} us")
    dear = least.pop("manager's Lock")
    for name, seconds in least.items():
        print(f"manager's Lock / {name}: {dear / seconds:.0f} times")
        assert dear > 10 * seconds
