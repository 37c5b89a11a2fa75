# /// script
# [tool.proof]
# kind = "recipe"
# ///
"""Slow calls run at once in threads; results, errors and times come back in order."""

import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor


def call_at_once(function, inputs, workers=20):
    """Call function(input) in threads; list (result, error, seconds), in order."""

    def timed(one):
        begun = time.perf_counter()
        result = error = None
        try:
            result = function(one)
        except BaseException as problem:
            error = problem
        return result, error, time.perf_counter() - begun

    with ThreadPoolExecutor(workers) as pool:
        return list(pool.map(timed, inputs))  # the point


PAGES = ["tea", "milk", "no such page", "bread"]
all_inside = threading.Barrier(len(PAGES))
ended, next_may_end = [], {page: threading.Event() for page in PAGES}


def fetch(page):
    all_inside.wait(10)  # passes only if all four calls run at once
    if page != PAGES[-1]:  # the last one ends first, the first one last
        next_may_end[PAGES[PAGES.index(page) + 1]].wait(10)
    ended.append(page)
    next_may_end[page].set()
    if page.startswith("no"):
        sys.exit(page)  # or any other exception
    return page.upper()


if __name__ == "__main__":
    answers = call_at_once(fetch, PAGES)
    for page, (result, error, seconds) in zip(PAGES, answers, strict=True):
        print(f"{page:12} {result!s:5} {error!r:28} {seconds:.3f} s")
    assert ended == PAGES[::-1]
    assert [result for result, _, _ in answers] == ["TEA", "MILK", None, "BREAD"]
    assert [type(error) for _, error, _ in answers].count(SystemExit) == 1
    assert all(seconds > 0 for _, _, seconds in answers)

    names = call_at_once(lambda _: threading.current_thread().name, range(12), 3)
    print("12 calls with workers=3 were made by", len({one for one, *_ in names}))
    assert len(names) == 12 and len({one for one, *_ in names}) <= 3
