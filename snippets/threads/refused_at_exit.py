# /// script
# requires-python = ">=3.12"
# dependencies = []
# [tool.proof]
# pythons = ["3.12", "3.13"]
# ///
"""Since 3.13 what is refused at the end raises PythonFinalizationError."""

import os
import sys
import threading


class Last:
    def __del__(self, os=os, thread=threading.Thread):
        for name, call in (("a thread", thread(target=print).start), ("fork", os.fork)):
            try:
                call()
            except RuntimeError as error:  # the new error is one of these
                kind = type(error).__name__
                line = f"{name}: {kind}: {error}\n"
                os.write(1, line.encode())
                if (kind == "RuntimeError") == (sys.version_info >= (3, 13)):
                    os._exit(1)  # too late for an assertion
            else:
                os._exit(2)


last = Last()
print("main ends")
