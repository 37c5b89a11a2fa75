# /// script
# requires-python = ">=3.14"
# dependencies = []
# [tool.proof]
# expect = 1
# platform = "linux"
# stderr = "NameError: name 'limit' is not defined"
# wrong = "raises"
# ///
"""Since 3.14 a pool's workers have no global that main has set under its guard."""

import multiprocessing


def keep(value):
    global limit
    limit = value


def fits(number):
    return number < limit


if __name__ == "__main__":
    limit = 5
    with multiprocessing.Pool(2) as pool:  # wrong: limit is main's alone
        answers = pool.map(fits, [3, 7])
    print("fits:", *answers)
    assert answers == [True, False]
