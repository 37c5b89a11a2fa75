# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# pythons = ["3.13", "3.14"]
# ///
"""Since 3.14 a finaliser at the end may not join a daemon thread: it raises."""

import os
import sys
import threading


class Reader:
    def __init__(self):
        self.me = self  # a ring, so that it lasts until the interpreter's end
        self.begun = threading.Event()
        self.thread = threading.Thread(target=wait, args=[self.begun], daemon=True)
        self.thread.start()
        self.begun.wait()

    def __del__(self, os=os):
        try:
            self.thread.join(0.1)
            kind = "no error"
        except RuntimeError as error:
            kind = f"{type(error).__name__}: {error}"
        os.write(1, f"join: {kind}\n".encode())
        if kind.startswith("PythonFinal") != (sys.version_info >= (3, 14)):
            os._exit(1)  # too late for an assertion


def wait(begun):
    begun.set()
    threading.Event().wait()


Reader()
print("main ends")
