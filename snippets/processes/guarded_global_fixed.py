# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# pythons = ["3.13", "3.14"]
# ///
"""Workers whose initializer sets a global have it under every start method."""

import multiprocessing


def keep(value):
    global limit
    limit = value


def fits(number):
    return number < limit


if __name__ == "__main__":
    limit = 5
    with multiprocessing.Pool(2, keep, [limit]) as pool:
        answers = pool.map(fits, [3, 7])
    print("fits:", *answers)
    assert answers == [True, False]
