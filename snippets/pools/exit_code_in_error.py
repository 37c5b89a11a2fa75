# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# pythons = ["3.14", "3.15"]
# ///
"""Since 3.15 BrokenProcessPool has a cause with the dead worker's exit code."""

import os
import sys
from concurrent.futures import ProcessPoolExecutor


def fail():
    os._exit(3)


if __name__ == "__main__":
    with ProcessPoolExecutor(1) as executor:
        error = executor.submit(fail).exception()
    print(f"{type(error).__name__}: …")
    cause = str(error.__cause__).strip("'\n")
    print("its cause:", cause)
    told = "terminated abruptly with exit code 3" in cause
    assert told == (sys.version_info >= (3, 15))
