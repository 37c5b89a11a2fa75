# /// script
# requires-python = ">=3.14"
# dependencies = []
# [tool.proof]
# ///
"""InterpreterPoolExecutor makes its calls in other interpreters of one process."""

import os
from concurrent import interpreters
from concurrent.futures import InterpreterPoolExecutor

calls = 0


def report(number):
    global calls
    calls += 1
    return os.getpid(), interpreters.get_current().id, calls, number**2


if __name__ == "__main__":
    with InterpreterPoolExecutor(max_workers=2) as pool:
        for pid, identity, count, square in pool.map(report, range(4)):
            print(f"interpreter {identity}, its call {count}: {square}")
            assert pid == os.getpid()
            assert identity != interpreters.get_current().id
    print("calls that main has counted:", calls)
    assert calls == 0
