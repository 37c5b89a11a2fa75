# /// script
# requires-python = ">=3.14"
# dependencies = []
# [tool.proof]
# pythons = ["3.14"]
# ///
"""With buffersize, map draws one more input for each result that is taken."""

import itertools
import time
from concurrent.futures import ThreadPoolExecutor


def job(n):
    return n * n


def numbers():
    for n in itertools.count():
        drawn.append(n)
        yield n


drawn = []
with ThreadPoolExecutor(2) as executor:
    results = executor.map(job, numbers(), buffersize=4)
    print("taken  0, drawn", len(drawn))
    assert len(drawn) == 4

    for taken in range(1, 11):
        next(results)
        assert len(drawn) == taken + 4
    print("taken 10, drawn", len(drawn))

    time.sleep(0.1)  # the workers are idle, and nothing more is drawn
    print("later,    drawn", len(drawn))
    assert len(drawn) == 14
