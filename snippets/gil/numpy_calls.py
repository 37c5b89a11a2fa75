# /// script
# requires-python = ">=3.11"
# dependencies = ["numpy"]
# [tool.proof]
# platform = "linux"
# limit = 30
# ///
"""With a GIL, NumPy lets others run while it works on many numbers, not on objects."""

import os
import subprocess
import sys
import threading
import time

import numpy as np

sys.setswitchinterval(60)  # nobody is asked for the GIL before a minute is over
NUMBERS = np.arange(1_000_000.0)
OBJECTS = NUMBERS[:50_000].astype(object)
FEW = np.arange(501.0)
SQUARE = np.ones((600, 600))
RELEASES = {
    "negating a million numbers": lambda: np.negative(NUMBERS, out=NUMBERS),
    "negating 501 numbers": lambda: np.negative(FEW, out=FEW),
    "sorting numbers": lambda: NUMBERS.sort(),
    "multiplying matrices": lambda: SQUARE @ SQUARE,
}
KEEPS = {
    "negating 500 numbers": lambda: np.negative(FEW[:500], out=FEW[:500]),
    "negating Python objects": lambda: np.negative(OBJECTS, out=OBJECTS),
    "sorting Python objects": lambda: OBJECTS.sort(),
}
HAS_GIL = getattr(sys, "_is_gil_enabled", lambda: True)()
turns, running = 0, True


def other_thread():
    global turns
    while running:
        time.sleep(0.0005)
        turns += 1


other = threading.Thread(target=other_thread, name="other", daemon=True)
other.start()
for name, call in {**RELEASES, **KEEPS}.items():
    before, most = turns, time.thread_time() + (3 if name in RELEASES else 0.05)
    while turns == before and time.thread_time() < most:
        call()
    runs = turns > before
    print(f"{name:26} {'lets the other run' if runs else 'keeps it waiting'}")
    assert runs == (name in RELEASES) or not HAS_GIL
running = False
other.join()

# The threads that the kernel lists after a plain import: BLAS has some of its own.
COUNT = "import numpy, os; print(len(os.listdir('/proc/self/task')))"
for limit in ({}, {"OPENBLAS_NUM_THREADS": "1"}):
    command = [sys.executable, "-c", COUNT]
    threads = int(subprocess.check_output(command, env=os.environ | limit))
    print(f"threads in a process that imports NumPy: {threads}", *limit)
assert threads == 1
