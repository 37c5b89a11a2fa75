# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# limit = 30
# ///
"""If its initializer raises, a Pool starts worker after worker and answers no job."""

import multiprocessing
import sys
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool


def set_up(started):
    started.release()
    sys.stderr = None  # else each worker prints a traceback
    raise OSError("no connection")


if __name__ == "__main__":
    # A new worker is started from a thread, so not by fork.
    server = multiprocessing.get_context("forkserver")
    started = server.Semaphore(0)
    pool = server.Pool(1, set_up, [started])
    result = pool.apply_async(abs, [-1])
    for _ in range(5):
        started.acquire()
    print("a pool of one has started five workers; answered:", result.ready())
    assert not result.ready()
    pool.terminate()
    pool.join()

    with ProcessPoolExecutor(1, server, set_up, [started]) as executor:
        error = executor.submit(abs, -1).exception()
    print("an executor:", type(error).__name__)
    assert isinstance(error, BrokenProcessPool)
