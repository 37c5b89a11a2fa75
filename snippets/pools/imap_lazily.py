# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "recipe"
# ///
"""A Pool draws no more than so many items of a generator before their results go."""

import itertools
import multiprocessing
from collections import deque
from multiprocessing.pool import ThreadPool


def imap_lazily(pool, function, items, ahead):
    """Yield function(item) in order, at most `ahead` drawn and not yielded."""
    if ahead < 1:
        raise ValueError("ahead is at least 1")
    pending = deque()
    for item in items:
        pending.append(pool.apply_async(function, (item,)))
        if len(pending) == ahead:
            yield pending.popleft().get()  # the point
    while pending:
        yield pending.popleft().get()


def square(number):
    return number * number


def numbers(end):
    for number in itertools.islice(itertools.count(), end):
        drawn.append(number)
        most.append(len(drawn) - len(taken))
        yield number


if __name__ == "__main__":
    for kind in (multiprocessing.Pool, ThreadPool):
        with kind(2) as pool:
            drawn, taken, most = [], [], []
            for answer in imap_lazily(pool, square, numbers(50), ahead=6):
                taken.append(answer)
            print(f"{kind.__name__}: {len(taken)} results, {max(most)} items ahead")
            assert taken == [number * number for number in range(50)]
            assert max(most) == 6

            drawn, taken, most = [], [], []
            endless = imap_lazily(pool, square, numbers(None), ahead=6)
            taken = list(itertools.islice(endless, 3))
            print(f"  of an endless source: {len(taken)} taken, {len(drawn)} drawn")
            assert taken == [0, 1, 4] and len(drawn) == 8

            failing = imap_lazily(pool, abs, [-1, "bad", -3], ahead=2)
            assert next(failing) == 1
            try:
                next(failing)
            except TypeError as error:
                print("  a bad item:", error)
            else:
                raise AssertionError("the bad item was not bad")
            assert list(failing) == []  # the results after it are lost
