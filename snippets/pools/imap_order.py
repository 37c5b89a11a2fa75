# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# args = [["imap"], ["imap_unordered"]]
# ///
"""imap holds a finished result back for an earlier one, and imap_unordered does not."""

import multiprocessing
import sys

fork = multiprocessing.get_context("fork")
gate = fork.Event()


def job(name):
    if name == "slow":
        gate.wait()
    return name


if __name__ == "__main__":
    with fork.Pool(2) as pool:
        results = getattr(pool, sys.argv[1])(job, ["slow", "quick"])
        pool.apply(abs, [-1])  # done by the free worker, after the quick job
        print("the quick job is done, the slow one is not")
        try:
            early = results.next(timeout=0.2 if sys.argv[1] == "imap" else 60)
        except multiprocessing.TimeoutError:
            early = None
        print("main has got:", early)
        gate.set()
        rest = list(results)
        print("and after the slow one:", *rest)
        pool.close()
        pool.join()

    if sys.argv[1] == "imap":
        assert (early, rest) == (None, ["slow", "quick"])
    else:
        assert (early, rest) == ("quick", ["slow"])
