# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# ///
"""With a GIL, the caller of a C function decides whether others run meanwhile."""

import ctypes
import sys
import threading
import time

sys.setswitchinterval(60)  # nobody is asked for the GIL before a minute is over
turns, running = 0, True


def other_thread():
    global turns
    while running:
        time.sleep(0.001)
        turns += 1


def turns_during(library):
    before = turns
    library.usleep(200_000)  # the same function of C both times
    return turns - before


other = threading.Thread(target=other_thread, name="other", daemon=True)
other.start()
released = 0
while not released:  # a busy machine may need more than one call
    released = turns_during(ctypes.CDLL(None))  # gives up the GIL around each call
kept = turns_during(ctypes.PyDLL(None))  # does not
running = False
other.join()

print("turns of the other thread during usleep")
print("through CDLL: ", released)
print("through PyDLL:", kept)
if getattr(sys, "_is_gil_enabled", lambda: True)():
    assert kept == 0
