# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# wrong = "hangs"
# ///
"""sys.exit() in a job ends a pool's worker unanswered; an executor's passes it on."""

import multiprocessing
import os
import sys
from concurrent.futures import ProcessPoolExecutor


def exiting_job():
    sys.exit(3)


if __name__ == "__main__":
    # A new worker is started from a thread, so not by fork.
    server = multiprocessing.get_context("forkserver")
    with server.Pool(1) as pool:
        before = pool.apply(os.getpid)
        result = pool.apply_async(exiting_job)
        after = pool.apply(os.getpid)
        print("pool: the worker has been replaced:", before != after)
        assert before != after
        try:
            result.get(timeout=0.2)  # wrong: no result ever comes
        except multiprocessing.TimeoutError:
            print("  get() has nothing")
        assert not result.ready()

    with ProcessPoolExecutor(1, server) as executor:
        before = executor.submit(os.getpid).result()
        error = executor.submit(exiting_job).exception()
        after = executor.submit(os.getpid).result()
    print("executor: the worker has been replaced:", before != after)
    print("  the future has", repr(error))
    assert before == after
    assert isinstance(error, SystemExit)
