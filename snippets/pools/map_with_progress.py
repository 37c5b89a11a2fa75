# /// script
# requires-python = ">=3.11"
# dependencies = []
# ///
"""Main can count the jobs that are done, although the results keep their order."""

import threading
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor, as_completed


def map_with_progress(executor, function, items, report):
    """Return the results in order; call report(done, total) whenever a job is done."""
    futures = [executor.submit(function, item) for item in items]
    for done, _ in enumerate(as_completed(futures), 1):
        report(done, len(futures))  # the point
    return [future.result() for future in futures]


def job(number):
    if number == 0:
        others_done.wait(3)  # the first job ends last
    return number * number


def note(done, total):
    print(f"{done} of {total}")
    noted.append((done, total, threading.current_thread()))
    if done == total - 1:
        others_done.set()


if __name__ == "__main__":
    others_done, noted = threading.Event(), []
    with ThreadPoolExecutor(2) as executor:
        answers = map_with_progress(executor, job, range(5), note)
    print("results:", *answers)
    assert answers == [0, 1, 4, 9, 16]
    main = threading.main_thread()
    assert noted == [(done, 5, main) for done in range(1, 6)]

    counts = []
    with ProcessPoolExecutor(2) as executor:
        try:
            items, note = [-1, "bad", -3], (lambda *counted: counts.append(counted))
            map_with_progress(executor, abs, items, note)
        except TypeError as error:
            print("all are counted, then the error:", error)
        else:
            raise AssertionError("the bad item was not bad")
    assert counts == [(1, 3), (2, 3), (3, 3)]
