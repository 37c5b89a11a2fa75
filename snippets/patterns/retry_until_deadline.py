# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "recipe"
# limit = 3
# ///
"""Retries with growing random pauses end at one deadline, and raise the last error."""

import random
import time


def retry_until_deadline(call, seconds, errors=(OSError,), base=0.1, longest=5.0):
    """Return call(seconds left); try again after one of the errors, seconds in all.

    The pauses are random, below a limit that doubles from base to longest seconds.
    """
    deadline, left, limit = time.monotonic() + seconds, seconds, base
    while True:
        try:
            return call(left)
        except errors:
            pause = random.uniform(0, limit)
            if may_pause := time.monotonic() + pause < deadline:
                time.sleep(pause)
            left = deadline - time.monotonic()
            if not may_pause or left <= 0:
                raise  # the point
            limit = min(longest, 2 * limit)


def service(failures, error=ConnectionError):
    """Return a call that fails so many times before it works."""

    def call(left):
        limits.append(left)
        if len(limits) <= failures:
            raise error(f"attempt {len(limits)} failed")
        return f"attempt {len(limits)} worked"

    limits.clear()
    return call


limits = []
answer = retry_until_deadline(service(failures=3), 60, base=0.01)
print("three failures:", answer)
assert answer == "attempt 4 worked"

begun = time.monotonic()
try:
    retry_until_deadline(service(failures=1000), seconds=0.3, base=0.02, longest=0.1)
except ConnectionError as error:
    print("failures only: ", error, f"- after {time.monotonic() - begun:.2f} s")
    assert str(error) == f"attempt {len(limits)} failed"
else:
    raise AssertionError("it never gave up")
print(f"time left: {limits[0]:.2f} s at first, {limits[-1]:.2f} s in the end")
assert limits == sorted(limits, reverse=True) and 0 < limits[-1] < limits[0] < 0.31

try:
    retry_until_deadline(service(failures=1, error=ValueError), seconds=60)
except ValueError as error:
    print("another error: ", error)
assert len(limits) == 1
