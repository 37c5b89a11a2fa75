# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# args = [["fork"], ["spawn"], ["forkserver"]]
# ///
"""Processes can meet at a multiprocessing Barrier, and each gets its own number."""

import multiprocessing
import sys
import time


def come(barrier, delay):
    time.sleep(delay)
    sys.exit(barrier.wait())


if __name__ == "__main__":
    context = multiprocessing.get_context(sys.argv[1])
    barrier = context.Barrier(3)
    children = [
        context.Process(target=come, args=(barrier, delay)) for delay in (0.0, 0.1, 0.2)
    ]
    for child in children:
        child.start()
    for child in children:
        child.join()
    codes = sorted(child.exitcode for child in children)
    print("the children's numbers, as exit codes:", *codes)
    assert codes == [0, 1, 2]
