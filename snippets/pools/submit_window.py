"""With a window of futures, no more inputs are drawn than the window has places."""

import itertools
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait

WINDOW = 4


def job(n):
    return n * n


def numbers():
    """Yield numbers without end; note how many are drawn and not yet dealt with."""
    for n in itertools.count():
        ahead.append(n + 1 - len(squares))
        yield n


ahead, squares = [], []
source = numbers()

with ThreadPoolExecutor(2) as executor:
    window = {executor.submit(job, n) for n in itertools.islice(source, WINDOW)}
    while len(squares) < 100:
        done, window = wait(window, return_when=FIRST_COMPLETED)
        for future in done:
            squares.append(future.result())
            window.add(executor.submit(job, next(source)))

print("taken from an endless source:", len(squares), "results")
print("most inputs ahead:", max(ahead))
assert len(squares) >= 100
assert max(ahead) == WINDOW
