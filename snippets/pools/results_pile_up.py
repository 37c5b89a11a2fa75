"""Results that nobody has taken are all kept: the jobs do not wait for their reader."""

import time
import weakref
from concurrent.futures import ThreadPoolExecutor

INPUTS = 30


class Result:
    def __init__(self, n):
        alive.add(self)


alive = weakref.WeakSet()

with ThreadPoolExecutor(2) as executor:
    results = executor.map(Result, range(INPUTS))
    first = next(results)
    while len(alive) < INPUTS:
        time.sleep(0.001)
    time.sleep(0.1)  # time for some of them to vanish, if they did
    print("one result taken:", len(alive), "in memory")
    assert len(alive) == INPUTS
    assert len(list(results)) == INPUTS - 1
