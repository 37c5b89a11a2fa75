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


def price(lock, times):
    """Return the seconds that one acquire and release take, nobody else asking."""
    begin = time.perf_counter()
    for _ in range(times):
        with lock:
            pass
    return (time.perf_counter() - begin) / times


if __name__ == "__main__":
    with multiprocessing.Manager() as manager:
        between_threads = price(threading.Lock(), 20_000)
        between_processes = price(multiprocessing.Lock(), 20_000)
        of_a_manager = price(manager.Lock(), 400)

    print(f"threading.Lock:       {between_threads * 1e6:.2f} us")
    print(f"multiprocessing.Lock: {between_processes * 1e6:.2f} us")
    print(f"manager's Lock:       {of_a_manager * 1e6:.2f} us")
    assert of_a_manager > 10 * between_processes
    assert of_a_manager > 10 * between_threads
