# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "recipe"
# ///
"""A call that takes too long is over in time, even one that is deaf to SIGTERM."""

import os
import signal
import time
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool


def call_within(seconds, function, *args):
    """Return function(*args) of a process that the kernel ends after these seconds."""
    limit = signal.ITIMER_REAL, max(seconds, 1e-6)  # 0 would be no limit
    with ProcessPoolExecutor(1, None, signal.setitimer, limit) as executor:  # the point
        try:
            return executor.submit(function, *args).result()
        except BrokenProcessPool as error:
            raise TimeoutError(f"no result within {seconds} s, or it died") from error


def be_deaf():
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    while True:
        pass


if __name__ == "__main__":
    assert call_within(60, pow, 2, 10) == 1024
    try:
        call_within(60, int, "seven")
    except ValueError as error:
        print("its error:   ", error)
        assert "Traceback" in str(error.__cause__)  # the one of the process
    late = (0.3, time.sleep, 60), (0.3, be_deaf), (0, time.sleep, 60)
    for seconds, function, *args in (*late, (60, os._exit, 1)):
        begun = time.monotonic()
        try:
            call_within(seconds, function, *args)
        except TimeoutError as error:
            print(f"{function.__name__ + ':':<13}", error)
        else:
            raise AssertionError("it came back")
        assert time.monotonic() - begun < 30
