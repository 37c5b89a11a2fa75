# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# ///
"""How far the imap of a process pool runs ahead depends on the size of the items."""

import multiprocessing
import time

INPUTS = 100
fork = multiprocessing.get_context("fork")
begun, may_end = fork.Event(), fork.Event()


def job(item):
    begun.set()
    may_end.wait()
    return len(item)


def items(size, drawn):
    for _ in range(INPUTS):
        drawn.append(size)
        yield bytes(size)


def drawn_ahead(size, at_least):
    """Count the items drawn while the only worker is busy with the first one."""
    begun.clear()
    may_end.clear()
    drawn = []
    with fork.Pool(1) as pool:
        results = pool.imap(job, items(size, drawn))
        begun.wait()
        while len(drawn) < at_least:
            time.sleep(0.001)
        time.sleep(0.1)  # time to draw more, if it can
        ahead = len(drawn)
        may_end.set()
        assert list(results) == [size] * INPUTS
    print(f"items of {size:6} bytes: {ahead:3} of {INPUTS} drawn")
    return ahead


if __name__ == "__main__":
    assert drawn_ahead(10, at_least=INPUTS) == INPUTS
    assert drawn_ahead(200_000, at_least=2) <= 3
