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
    limit = signal.ITIMER_REAL, seconds
    with ProcessPoolExecutor(1, None, signal.setitimer, limit) as executor:  # the point
        try:
            return executor.submit(function, *args).result()
        except BrokenProcessPool:
            raise TimeoutError(f"no result within {seconds} s, or it died") from None


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
    for function, *args in ((time.sleep, 60), (be_deaf,), (os._exit, 1)):
        begun = time.monotonic()
        try:
            call_within(0.3, function, *args)
        except TimeoutError as error:
            print(f"{function.__name__ + ':':<13}", error)
        else:
            raise AssertionError("it came back")
        assert time.monotonic() - begun < 30
