# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "plain"
# ///
"""apply_async hands in a call at once, and get waits for its return value."""

from multiprocessing import Pool


def add_up(first, last):
    return sum(range(first, last + 1))


if __name__ == "__main__":
    with Pool() as pool:
        low = pool.apply_async(add_up, (1, 1_000_000))
        high = pool.apply_async(add_up, (1_000_001, 2_000_000))
        print("the first sum: ", low.get())
        print("the second sum:", high.get())
        print("both together: ", low.get() + high.get())
        assert low.get() + high.get() == 2_000_000 * 2_000_001 // 2
