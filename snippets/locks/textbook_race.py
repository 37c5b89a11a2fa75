# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# repeat = 20
# pythons = ["3.14", "3.14t"]
# wrong = "races"
# ///
"""Two threads that run += 1 on an int may lose updates without the GIL, not with it."""

import sys
import threading

STEPS = 400_000
count = 0
begin = threading.Barrier(2)
steps_made = []


def add():
    global count
    begin.wait()
    steps = 0
    for _ in range(STEPS):
        count += 1  # wrong: both threads read and write it, and nothing guards it
        steps += 1
    steps_made.append(steps)


if __name__ == "__main__":
    threads = [threading.Thread(target=add) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    print("all counted" if count == 2 * STEPS else "updates lost")
    assert steps_made == [STEPS, STEPS]
    if getattr(sys, "_is_gil_enabled", lambda: True)():
        assert count == 2 * STEPS
    else:
        assert 2 <= count <= 2 * STEPS
