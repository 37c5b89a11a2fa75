# /// script
# requires-python = ">=3.11"
# dependencies = []
# ///
"""Threads fetch pages while processes parse those that have come."""

import multiprocessing
import os
import threading
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

PAGES = 40
one_is_parsed = threading.Event()


def fetch(number):  # waits, as for a network
    time.sleep(0.05)
    if (
        number == PAGES - 1
    ):  # the last page comes when another one is parsed, not before
        assert one_is_parsed.wait(30)
    return f"word{number} " * 1000


def parse(page):  # computes in Python
    return os.getpid(), len({word.upper() for word in page.split()})


if __name__ == "__main__":
    # Under fork a child would copy whatever locks the threads hold.
    spawn = multiprocessing.get_context("spawn")
    with ThreadPoolExecutor(20) as fetchers, ProcessPoolExecutor(2, spawn) as parsers:
        jobs = []
        for page in fetchers.map(fetch, range(PAGES)):  # in order, as they come
            jobs.append(parsers.submit(parse, page))
            jobs[-1].add_done_callback(lambda _: one_is_parsed.set())
        results = [job.result() for job in jobs]

    pids = {pid for pid, _ in results}
    print(
        len(results), "pages fetched in threads; parsed in main:", os.getpid() in pids
    )
    assert len(results) == PAGES and os.getpid() not in pids
