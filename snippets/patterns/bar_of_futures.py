# /// script
# requires-python = ">=3.11"
# dependencies = ["tqdm"]
# ///
"""A bar over as_completed counts failed jobs as well; they are done, too."""

import concurrent.futures
import io
import multiprocessing

from tqdm import tqdm

spawn = multiprocessing.get_context("spawn")


def job(number):
    return 60 // number


if __name__ == "__main__":
    screen = io.StringIO()
    failed = 0
    with concurrent.futures.ProcessPoolExecutor(2, spawn) as executor:
        futures = [executor.submit(job, number) for number in range(6)]
        ready = concurrent.futures.as_completed(futures)
        look = "{n}/{total} |{bar:20}|{postfix}"
        with tqdm(ready, total=6, file=screen, bar_format=look) as bar:
            for future in bar:
                failed += future.exception() is not None
                bar.set_postfix(failed=failed)
    last = screen.getvalue().rpartition("\r")[2].strip()
    print(last)
    assert "6/6" in last
    assert "failed=1" in last
