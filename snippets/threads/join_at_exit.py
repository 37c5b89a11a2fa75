# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# pythons = ["3.13", "3.14"]
# ///
"""Since 3.14 a finaliser at the end may not join a daemon thread: it raises."""

import subprocess
import sys

PROGRAM = """
import os, threading
class Reader:
    def __init__(self):
        self.me = self  # a ring, so that it lasts until the interpreter's end
        begun = threading.Event()
        self.thread = threading.Thread(target=wait, args=[begun], daemon=True)
        self.thread.start()
        begun.wait()
    def __del__(self, os=os):
        try:
            self.thread.join(0.1)
            os.write(1, b"join returned at its limit")
        except RuntimeError as error:
            os.write(1, f"{type(error).__name__}: {error}".encode())
def wait(begun):
    begun.set()
    threading.Event().wait()
Reader()
"""

said = subprocess.run(
    [sys.executable, "-c", PROGRAM], stdout=subprocess.PIPE, text=True, check=True
).stdout
print(said)
if sys.version_info >= (3, 14):
    assert said == "PythonFinalizationError: cannot join thread at interpreter shutdown"
else:
    assert said == "join returned at its limit"
