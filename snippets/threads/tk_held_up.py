# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# needs = ["Xvfb"]
# reach = ["mount"]
# ///
"""A tkinter window stands still while its button computes, unless a thread does."""

import os
import queue
import random
import subprocess
import threading
import time

try:
    import tkinter
except ImportError:  # this Python was built without it
    tkinter = None
NUMBER = f":{random.randrange(9000)}"  # of a screen that nobody sees
SCREEN = ["Xvfb", NUMBER, "-displayfd", "1", "-nolock"]
SCREEN += ["-nolisten", "unix", "-listen", "tcp"]


def compute():
    """Compute for a tenth of a second of CPU time, and note when."""
    begun, end = time.monotonic(), time.thread_time() + 0.1
    while time.thread_time() < end:
        pass
    results.put((begun, time.monotonic()))


def tick():
    """Do again and again what a window does that lives."""
    ticks.append(time.monotonic())
    window.after(2, tick if results.empty() else window.quit)


def click(command):
    """Click a button, and return how often the window has ticked until the result."""
    ticks.clear()
    button = tkinter.Button(window, command=command)
    window.after(20, button.invoke)
    window.after(0, tick)
    window.mainloop()
    begun, ended = results.get()
    return sum(begun < time < ended for time in ticks)


if tkinter is None:
    print("this Python has no tkinter, so there is nothing to show")
else:
    with subprocess.Popen(SCREEN, stdout=-1, stderr=subprocess.DEVNULL) as screen:
        try:
            screen.stdout.readline()  # it is ready
            os.environ["DISPLAY"] = f"127.0.0.1{NUMBER}"
            window, results, ticks = tkinter.Tk(), queue.SimpleQueue(), []
            held = click(compute)
            free = click(lambda: threading.Thread(target=compute).start())  # the point
            window.destroy()
        finally:
            screen.terminate()
    print("ticks while the button computes:", held)
    print("ticks while a thread does:      ", "some" if free else "none")
    assert held == 0 and free > 0
