# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "plain"
# ///
"""A pool keeps the error of a job until somebody asks for its result."""

from concurrent.futures import ThreadPoolExecutor


def divide(number):
    return 10 // number


if __name__ == "__main__":
    with ThreadPoolExecutor(max_workers=2) as pool:
        good = pool.submit(divide, 5)
        bad = pool.submit(divide, 0)
    print("all jobs are over")
    print("good:", good.result())
    error = bad.exception()
    print("bad:", type(error).__name__)
    assert type(error) is ZeroDivisionError
