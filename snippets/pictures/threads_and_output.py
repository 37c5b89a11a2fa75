# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# pythons = ["3.13", "3.14"]
# ///
"""Threads of one process write to one output, each when it gets there."""

import threading
import time


def speak(times):
    for number in range(times):
        time.sleep(0.1)
        print(f"{threading.current_thread().name} says {number}")
        said.append(number)


said = []
names = {"fast": 4, "slow": 2}
threads = [
    threading.Thread(target=speak, args=(times,), name=name)
    for name, times in names.items()
]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert sorted(said) == [0, 0, 1, 1, 2, 3]
