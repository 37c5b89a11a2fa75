# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "plain"
# ///
"""map_async waits for no job, and get waits for the whole list."""

from multiprocessing import Pool


def square(number):
    return number * number


if __name__ == "__main__":
    with Pool(4) as pool:
        result = pool.map_async(square, range(14))
        print("main goes on")
        squares = result.get()
        print("all squares:", squares)
        assert squares == [number * number for number in range(14)]
