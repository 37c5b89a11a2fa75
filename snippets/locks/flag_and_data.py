# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# pythons = ["3.14", "3.14t"]
# wrong = "races"
# ///
"""A reader that sees a plain flag set also sees the data that was written before it."""

import sys
import threading
import time

data = flag = 0
done = False


def write():
    global data, flag
    number = 0
    while not done:
        number += 1
        data = number
        flag = number  # wrong: nothing promises that others see this one second


def read():
    global done
    found, behind, end = set(), 0, time.monotonic() + 0.1
    while len(found) < 3 or time.monotonic() < end:
        seen = flag
        behind += data < seen
        found.add(seen)
    done = True
    print(f"the reader found {len(found)} values of the flag")
    print(f"the data was behind the flag {behind} times")
    results.append(behind)


if __name__ == "__main__":
    sys.setswitchinterval(1e-6)  # ask for the GIL as often as possible
    results = []
    threads = [threading.Thread(target=target) for target in (write, read)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert results == [0]
