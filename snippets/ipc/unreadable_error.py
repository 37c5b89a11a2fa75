# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# ///
"""An exception that cannot be unpickled makes a Pool deaf, and breaks an executor."""

import contextlib
import multiprocessing
import os
import pickle
import tempfile
import threading
import time
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool


class OutOfStock(Exception):
    def __init__(self, article, missing):
        super().__init__(f"{article}: {missing} missing")  # one argument for two


class Mended(Exception):
    def __init__(self, article, missing):
        super().__init__(article, missing)  # as many as it is called with


def job():
    raise OutOfStock("tea", 3)


if __name__ == "__main__":
    data = pickle.dumps(OutOfStock("tea", 3))
    try:
        pickle.loads(data)
    except TypeError as error:
        print(f"unpickled here:\n    {error}")
        assert "missing 1 required positional argument" in str(error)
    else:
        raise AssertionError("it was unpickled")
    assert pickle.loads(pickle.dumps(Mended("tea", 3))).args == ("tea", 3)

    fork, died = multiprocessing.get_context("fork"), threading.Event()
    with ProcessPoolExecutor(1, mp_context=fork) as executor:
        error = executor.submit(job).exception()
    print("the executor raises:", type(error).__name__)
    assert isinstance(error, BrokenProcessPool)

    threading.excepthook = lambda report: died.set()  # in place of a traceback
    pool = fork.Pool(1)
    result = pool.apply_async(job)
    died.wait()
    print("the pool's thread that receives results has died of it")
    folder = tempfile.mkdtemp()
    later = pool.apply_async(os.rmdir, [folder])
    while os.path.exists(folder):
        time.sleep(0.005)  # the worker works on
    later.wait(0.1)
    print("the next job is done, but no result comes, not of the first either")
    assert not result.ready() and not later.ready()
    with contextlib.suppress(AssertionError):  # it misses its thread
        pool.terminate()
    pool.join()
