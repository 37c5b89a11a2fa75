"""Joining a finished process in place of the threads times none of the threads."""

import multiprocessing
import threading
import time


def stopwatch(threads, pick):
    """Start the threads, join what is picked for each, and read the clock."""
    begin = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        pick(thread).join()
    took = time.perf_counter() - begin
    alive = sum(thread.is_alive() for thread in threads)
    print(f"stopped after {took:.2f} s, with {alive} threads still at work")
    return took, alive


if __name__ == "__main__":
    process = multiprocessing.Process()
    process.start()
    process.join()

    done = threading.Event()
    waiting = [threading.Thread(target=done.wait) for _ in range(5)]
    print("process.join():", end=" ")
    _, alive = stopwatch(waiting, lambda thread: process)
    assert alive == 5
    done.set()
    for thread in waiting:
        thread.join()

    sleeping = [threading.Thread(target=time.sleep, args=(0.2,)) for _ in range(5)]
    print("thread.join(): ", end=" ")
    took, alive = stopwatch(sleeping, lambda thread: thread)
    assert took > 0.19 and alive == 0
