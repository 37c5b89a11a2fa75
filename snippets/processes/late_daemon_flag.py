"""The daemon flag of a process or a thread can only be set before start()."""

import multiprocessing
import threading
import warnings


def refusal(worker):
    """Set the flag of a running worker; return the error that this raises."""
    try:
        worker.daemon = True
    except (AssertionError, RuntimeError) as error:
        return f"{type(error).__name__}: {error}"
    raise SystemExit("the flag of a running worker was changed")


if __name__ == "__main__":
    may_end = multiprocessing.Event()
    process = multiprocessing.Process(target=may_end.wait)
    thread = threading.Thread(target=may_end.wait)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        thread.setDaemon(False)
    for worker in (process, thread):
        assert worker.daemon is False
        worker.start()
        print(refusal(worker))
        assert worker.daemon is False
    print(f"{caught[0].category.__name__}: {caught[0].message}")
    assert caught[0].category is DeprecationWarning
    may_end.set()
    process.join()
    thread.join()
