# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# ///
"""Ticks at which the last run still works are skipped, so runs never overlap."""

import multiprocessing
import time

fork = multiprocessing.get_context("fork")
PERIOD = 0.2


def job(may_end):
    may_end.wait()


if __name__ == "__main__":
    run, report = None, []
    first = time.monotonic()
    for tick in range(6):
        # The deadline is counted from the first tick, so that no delay adds up.
        time.sleep(max(0, first + tick * PERIOD - time.monotonic()))
        assert time.monotonic() >= first + tick * PERIOD
        if run is not None and run.is_alive():
            report.append("skipped")
        else:
            may_end = fork.Event()
            run = fork.Process(target=job, args=(may_end,), name=f"run of tick {tick}")
            run.start()
            report.append("begun")
        assert len(multiprocessing.active_children()) == 1
        if tick != 1:  # the run that begins at tick 1 takes longer than a period
            may_end.set()
            run.join()
        print(f"tick {tick}: {report[-1]}")
    assert report == ["begun", "begun", "skipped", "begun", "begun", "begun"]
