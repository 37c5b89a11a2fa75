# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# ///
"""A supervisor restarts a worker that died, each time later, until it gives up."""

import multiprocessing
import os
import time

fork = multiprocessing.get_context("fork")


def work(start, good_start):
    if start < good_start:
        os._exit(3)  # stands for a crash


def supervise(good_start, starts=4, pause=0.05):
    """Return the exit codes of all workers that were needed."""
    exit_codes = []
    for start in range(1, starts + 1):
        worker = fork.Process(target=work, args=(start, good_start))
        worker.start()
        worker.join()
        exit_codes.append(worker.exitcode)
        if worker.exitcode == 0:
            return exit_codes
        if start < starts:
            pauses.append(pause)
            time.sleep(pause)
            pause *= 2
    raise RuntimeError(f"gave up after {starts} starts: {exit_codes}")


if __name__ == "__main__":
    pauses = []
    exit_codes = supervise(good_start=3)
    print("a worker that works at its third start:", exit_codes)
    assert exit_codes == [3, 3, 0]

    pauses = []
    try:
        supervise(good_start=99)
    except RuntimeError as error:
        print("a worker that never does:", error)
        print("the pauses between its starts:", pauses)
        assert pauses == [0.05, 0.1, 0.2]
    else:
        raise AssertionError("it worked")
