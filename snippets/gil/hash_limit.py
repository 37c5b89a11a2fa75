# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# limit = 30
# pythons = ["3.14", "3.15"]
# ///
"""With a GIL, hashlib.sha256 gives it up only for input of about 2 KiB or more."""

import hashlib
import os
import sys
import threading
import time

sys.setswitchinterval(60)  # nobody is asked for the GIL before a minute is over
os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})  # one CPU for both threads
turns, running = 0, True


def other_thread():
    global turns
    while running:
        time.sleep(0.0005)
        turns += 1


def lets_the_other_run(size):
    data = bytes(size)
    before, most = turns, time.thread_time() + 0.03
    while turns == before and time.thread_time() < most:
        hashlib.sha256(data)
    return turns > before


other = threading.Thread(target=other_thread, name="other", daemon=True)
other.start()
kept, released = 0, 100_000
if not lets_the_other_run(kept):
    while released - kept > 1:
        middle = (kept + released) // 2
        if lets_the_other_run(middle):
            released = middle
        else:
            kept = middle
    print(f"{kept} bytes: keeps the GIL")
    print(f"{released} bytes: lets the other thread run")
    assert released == (2048 if sys.version_info < (3, 15) else 2049)
else:
    print("any size: the other thread runs")
    assert not sys._is_gil_enabled()
running = False
other.join()
