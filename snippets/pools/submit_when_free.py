# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "recipe"
# ///
"""A bounded submit waits while the executor holds as many jobs as it may."""

import threading
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor


def bounded(executor, jobs):
    """Return a submit that waits while `jobs` of its jobs are not done yet."""
    places = threading.Semaphore(jobs)

    def submit(function, /, *args, **kwargs):
        places.acquire()  # the point
        try:
            future = executor.submit(function, *args, **kwargs)
        except BaseException:
            places.release()
            raise
        future.add_done_callback(lambda _: places.release())
        return future

    return submit


def hand_in(submit, jobs):
    for _ in range(jobs):
        futures.append(submit(may_end.wait))
        handed_in.release()


if __name__ == "__main__":
    may_end, handed_in, futures = threading.Event(), threading.Semaphore(0), []
    with ThreadPoolExecutor(2) as executor:
        submit = bounded(executor, 4)
        producer = threading.Thread(target=hand_in, args=[submit, 20])
        producer.start()
        for _ in range(4):
            handed_in.acquire()
        fifth = handed_in.acquire(timeout=0.2)
        print("handed in while no job could end:", len(futures), "of 20")
        may_end.set()
        producer.join()
        print("handed in after that:", len(futures), "of 20")
    assert not fifth and len(futures) == 20

    with ProcessPoolExecutor(2) as executor:  # a failed job frees its place, too
        submit = bounded(executor, 3)
        futures = [submit(divmod, 8, number % 2) for number in range(10)]
    failed = sum(future.exception() is not None for future in futures)
    print("processes:", len(futures), "jobs, of which", failed, "failed")
    assert failed == 5
    try:
        submit(int)
    except RuntimeError as error:
        print("after the end:", error)
    else:
        raise AssertionError("a closed executor took a job")
