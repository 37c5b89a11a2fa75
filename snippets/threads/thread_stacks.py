"""sys._current_frames() shows, for each thread, in which function and line it is."""

import sys
import threading
import time
import traceback


def take_order(may_end):
    cook(may_end)


def cook(may_end):
    may_end.wait()


def place(thread):
    """Return the functions of this program that a thread is in, outermost first."""
    frame = sys._current_frames()[thread.ident]
    stack = traceback.extract_stack(frame)
    return [(entry.name, entry.line) for entry in stack if entry.filename == __file__]


may_end = threading.Event()
waiter = threading.Thread(target=take_order, args=(may_end,), name="waiter")
waiter.start()
while ("cook", "may_end.wait()") not in place(waiter):
    time.sleep(0.001)  # it is on its way there

for thread in threading.enumerate():
    print(thread.name)
    for function, line in place(thread):
        print(f"    in {function}: {line}")
assert place(waiter) == [
    ("take_order", "cook(may_end)"),
    ("cook", "may_end.wait()"),
]
assert set(sys._current_frames()) == {waiter.ident, threading.main_thread().ident}
may_end.set()
waiter.join()
