# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# quiet = true
# ///
"""A process that does next to nothing costs more than fifty times the plain call."""

import multiprocessing
import timeit


def tiny_job():
    return sum(range(100))


def in_a_process():
    child = multiprocessing.Process(target=tiny_job)
    child.start()
    child.join()


if __name__ == "__main__":
    call = min(timeit.repeat(tiny_job, number=1, repeat=20))
    process = min(timeit.repeat(in_a_process, number=1, repeat=20))
    print(f"called:       {call * 1e6:8.1f} microseconds")
    print(f"in a process: {process * 1e6:8.1f} microseconds")
    assert process > 50 * call
