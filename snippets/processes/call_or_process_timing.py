# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# quiet = true
# ///
"""A process that does next to nothing costs more than fifty times the plain call."""

import multiprocessing
import time


def tiny_job():
    return sum(range(100))


def in_a_process():
    child = multiprocessing.Process(target=tiny_job)
    child.start()
    child.join()


def seconds(way):
    began = time.perf_counter()
    way()
    return time.perf_counter() - began


if __name__ == "__main__":
    tiny_job(), in_a_process()  # warms up
    rounds = [(seconds(tiny_job), seconds(in_a_process)) for _ in range(20)]  # in turns
    call, process = map(min, zip(*rounds, strict=True))
    print(f"called: {call * 1e6:.1f} us")
    print(f"in a process: {process * 1e6:.1f} us")
    print(f"process / call: {process / call:.0f} times")
    assert process > 50 * call
