# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "plain"
# repeat = 5
# pythons = ["3.14", "3.14t"]
# wrong = "races"
# ///
"""Two threads raise and lower an int: with the GIL it stays 5, without it may not."""

import sys
import threading

STEPS = 1_000_000
var = [5]


def increase():
    for _ in range(STEPS):
        var[0] += 1


def decrease():
    for _ in range(STEPS):
        var[0] -= 1


if __name__ == "__main__":
    threads = [threading.Thread(target=increase), threading.Thread(target=decrease)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print("5, raised and lowered equally often:", var[0])
    assert var[0] == 5 or not getattr(sys, "_is_gil_enabled", lambda: True)()
