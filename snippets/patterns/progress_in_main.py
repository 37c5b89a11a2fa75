# /// script
# requires-python = ">=3.11"
# dependencies = ["tqdm"]
# ///
"""Wrapped around imap_unordered, a bar in main moves with each result that comes."""

import io
import multiprocessing
import time

from tqdm import tqdm

spawn = multiprocessing.get_context("spawn")


def job(number):
    time.sleep(0.05)
    return number * number


if __name__ == "__main__":
    screen = io.StringIO()  # stands for the terminal, so that all states can be shown
    with spawn.Pool(2) as pool:
        results = pool.imap_unordered(job, range(6))
        assert not hasattr(results, "__len__")  # so the bar has to be told the total
        look = "{n}/{total} |{bar:30}|"
        bar = tqdm(results, total=6, file=screen, mininterval=0, bar_format=look)
        squares = list(bar)

    states = [state.strip() for state in screen.getvalue().split("\r") if state.strip()]
    print("\n".join(states))
    assert sorted(squares) == [0, 1, 4, 9, 16, 25]
    for done in range(7):
        assert any(state.startswith(f"{done}/6 ") for state in states)
