"""A result that cannot be pickled turns into a MaybeEncodingError, after the job."""

import multiprocessing
import multiprocessing.pool
import threading


def set_up(event):
    global finished
    finished = event


def job():
    try:
        return threading.Lock()
    finally:
        finished.set()


if __name__ == "__main__":
    finished = multiprocessing.Event()
    with multiprocessing.Pool(1, set_up, [finished]) as pool:
        try:
            pool.apply(job)
        except multiprocessing.pool.MaybeEncodingError as error:
            print("MaybeEncodingError:", error.exc)
            assert "cannot pickle" in error.exc and "lock" in error.exc
        else:
            raise AssertionError("a lock was pickled")
        assert finished.is_set()
        print("the job has run to its end all the same")
        assert pool.apply(abs, [-1]) == 1
