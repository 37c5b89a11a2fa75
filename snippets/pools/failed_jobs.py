# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# args = [["ThreadPoolExecutor"], ["ProcessPoolExecutor"]]
# ///
"""A job's exception, even that of sys.exit, is silent until result raises it."""

import concurrent.futures
import sys


def job(n):
    if n == 1:
        sys.exit("stop")
    return 12 // n


def outcome(future):
    try:
        return future.result()
    except BaseException as error:
        assert error is future.exception()
        return repr(error)


if __name__ == "__main__":
    executor_class = getattr(concurrent.futures, sys.argv[1])
    with executor_class(max_workers=2) as executor:
        futures = [executor.submit(job, n) for n in range(3)]
        concurrent.futures.wait(futures)
        print("all three are done, and nothing was raised")

        outcomes = [outcome(future) for future in futures]
        print(*outcomes, sep="\n")
        assert outcomes[0].startswith("ZeroDivisionError(")
        assert outcomes[1:] == ["SystemExit('stop')", 6]

        cause = futures[0].exception().__cause__
        if sys.argv[1] == "ProcessPoolExecutor":
            print("the worker's traceback came along:", "12 // n" in str(cause))
            assert "12 // n" in str(cause)
        else:
            assert cause is None

        # map raises when it is the job's turn, and the results after it are lost.
        results = executor.map(job, [3, 0, 4])
        assert next(results) == 4
        try:
            next(results)
        except ZeroDivisionError:
            after = next(results, "no further result")
        print("map after a failed job:", after)
        assert after == "no further result"
