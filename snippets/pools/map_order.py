"""map draws all input and returns; results come in the order of the input only."""

import threading
from concurrent.futures import ThreadPoolExecutor, wait

first_may_end = threading.Event()
others_done = threading.Semaphore(0)


def job(n):
    if n == 0:
        first_may_end.wait()
    else:
        others_done.release()
    return n


def numbers():
    for n in range(5):
        drawn.append(n)
        yield n


drawn = []
with ThreadPoolExecutor(2) as executor:
    results = executor.map(job, numbers(), timeout=0.2)
    print("map has returned; drawn:", *drawn)
    assert drawn == [0, 1, 2, 3, 4]

    for _ in range(4):
        others_done.acquire()
    try:
        next(results)
    except TimeoutError:
        print("jobs 1 to 4 are done, and there is no result yet")
    else:
        raise AssertionError("a result came out of turn")

    results = executor.map(job, numbers())
    first_may_end.set()
    in_order = list(results)
    print("results:", *in_order)
    assert in_order == [0, 1, 2, 3, 4]

    try:
        wait(executor.map(job, numbers()))
    except AttributeError as error:
        print("wait on map's results:", error)
    else:
        raise AssertionError("wait took the results of map")
