"""shutdown(cancel_futures=True) drops the jobs in the queue, not those that run."""

import threading
from concurrent.futures import ThreadPoolExecutor


def job(begun, may_end):
    begun.release()
    may_end.wait()


def shut_down(**options):
    """Shut an executor down while 2 of 6 jobs run; count those that are cancelled."""
    begun, may_end = threading.Semaphore(0), threading.Event()
    executor = ThreadPoolExecutor(max_workers=2)
    futures = [executor.submit(job, begun, may_end) for _ in range(6)]
    for _ in range(2):
        begun.acquire()

    executor.shutdown(wait=False, **options)
    try:
        executor.submit(int)
    except RuntimeError as error:
        print("a further job:", error)
    else:
        raise AssertionError("a job was accepted after shutdown")

    may_end.set()
    executor.shutdown()  # waits
    assert all(future.done() for future in futures)
    return sum(future.cancelled() for future in futures)


cancelled = shut_down()
print(cancelled, "cancelled by shutdown()")
assert cancelled == 0
cancelled = shut_down(cancel_futures=True)
print(cancelled, "cancelled by shutdown(cancel_futures=True)")
assert cancelled == 4
