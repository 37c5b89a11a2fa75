# /// script
# requires-python = ">=3.14"
# dependencies = []
# [tool.proof]
# pythons = ["3.14"]
# ///
"""An interpreter has its own globals and gets copies; a lock is refused."""

import os
import threading
from concurrent.futures import InterpreterPoolExecutor
from concurrent.interpreters import NotShareableError

settings = {"unit": "cm"}


def set_up(unit):
    settings["unit"] = unit


def job(numbers):
    numbers.append(0)
    return os.getpid(), settings["unit"], numbers


if __name__ == "__main__":
    numbers = [1, 2]
    with InterpreterPoolExecutor(1, initializer=set_up, initargs=("km",)) as executor:
        pid, unit, theirs = executor.submit(job, numbers).result()
        refused = executor.submit(job, threading.Lock()).exception()

    print("same process:", pid == os.getpid())
    print("setting:     ", settings["unit"], "in main,", unit, "in the interpreter")
    print("numbers:     ", numbers, "in main,", theirs, "from the interpreter")
    print("a lock:      ", type(refused).__name__)
    assert pid == os.getpid()
    assert (settings["unit"], unit) == ("cm", "km")
    assert (numbers, theirs) == ([1, 2], [1, 2, 0])
    assert isinstance(refused, NotShareableError)
