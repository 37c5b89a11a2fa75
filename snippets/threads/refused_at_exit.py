# /// script
# requires-python = ">=3.12"
# dependencies = []
# [tool.proof]
# pythons = ["3.12", "3.13"]
# ///
"""Since 3.13 what is refused at the end raises PythonFinalizationError."""

import subprocess
import sys

PROGRAM = """
import os, threading
class Last:
    def __del__(self, os=os, thread=threading.Thread):
        for call in (thread(target=print).start, os.fork):
            try:
                call()
            except RuntimeError as error:  # the new exception is one of these
                os.write(1, f"{type(error).__name__}: {error}\\n".encode())
last = Last()
"""

said = subprocess.run(
    [sys.executable, "-c", PROGRAM], stdout=subprocess.PIPE, text=True, check=True
).stdout
print(said, end="")
name = "RuntimeError" if sys.version_info < (3, 13) else "PythonFinalizationError"
assert said.splitlines() == [
    f"{name}: can't create new thread at interpreter shutdown",
    f"{name}: can't fork at interpreter shutdown",
]
