# /// script
# [tool.proof]
# kind = "symptom"
# pythons = ["3.14t"]
# ///
"""Tk refuses a call from another thread than its own; main makes it for the thread."""

import queue
import threading

try:
    import tkinter
except ImportError:  # this Python was built without it
    tkinter = None


def call_tk():
    try:
        tcl.call("set", "answer", "42")
    except RuntimeError as error:
        said.append(f"RuntimeError: {error}")


if tkinter is None:
    print("this Python has no tkinter, so there is nothing to show")
else:
    tcl, said, asked = tkinter.Tcl(), [], queue.SimpleQueue()  # needs no display
    thread = threading.Thread(target=call_tk)
    thread.start()
    thread.join()
    print(said[0])
    assert said == ["RuntimeError: main thread is not in main loop"]

    thread = threading.Thread(target=asked.put, args=["set answer 42"])
    thread.start()
    thread.join()
    answer = tcl.eval(asked.get())
    print("main has taken it from a queue; Tk answers", answer)
    assert answer == "42"
