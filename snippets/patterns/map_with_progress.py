# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "recipe"
# ///
"""Jobs in processes report as each ends; an error or a dead worker is raised."""

import os
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path


def map_with_progress(function, items, report, workers=None):
    """Return function(item) for each, by processes; report(done, total) as they end."""
    with ProcessPoolExecutor(workers) as pool:
        try:
            futures = [pool.submit(function, item) for item in items]
            for done, future in enumerate(as_completed(futures), start=1):
                future.result()  # raises the error of a job
                report(done, len(futures))  # the point
        except BaseException:
            pool.shutdown(cancel_futures=True)  # the point
            raise
    return [future.result() for future in futures]


def divide(number):
    if number == 7:
        os._exit(1)  # a worker that dies
    if number == 9:
        with open("begun", "a") as file:
            file.write("9")
        time.sleep(0.02)
    return 12 // number


def failure(items):
    """Return what is raised, and how many jobs have been reported until then."""
    reports = []
    try:
        map_with_progress(divide, items, lambda *report: reports.append(report), 2)
    except (ZeroDivisionError, BrokenProcessPool) as error:
        return type(error).__name__, len(reports) < len(items)


def draw(done, total):
    drawn.append(done)
    print("#" * done + "." * (total - done), done, "of", total)


drawn = []
if __name__ == "__main__":
    os.chdir((folder := tempfile.TemporaryDirectory()).name)
    print("results:", *(results := map_with_progress(divide, [1, 2, 3, 4, 6], draw, 2)))
    assert (results, drawn) == ([12, 6, 4, 3, 2], [1, 2, 3, 4, 5])
    errors = [failure([1, 0, 2]), failure([1, 7, 2])]
    print("a job fails, a worker dies:", *(name for name, _ in errors))
    failure([0] + [9] * 300)
    print("behind a failure, of 300 ran:", begun := Path("begun").stat().st_size)
    assert begun < 300
    assert errors == [("ZeroDivisionError", True), ("BrokenProcessPool", True)]
