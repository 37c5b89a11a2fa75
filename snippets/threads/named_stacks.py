# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# pythons = ["3.13", "3.14"]
# ///
"""Since 3.14 faulthandler writes the name of each thread above its stack."""

import faulthandler
import sys
import tempfile
import threading

begun, end = threading.Event(), threading.Event()


def read():
    begun.set()
    end.wait()


thread = threading.Thread(target=read, name="reader")
thread.start()
begun.wait()
with tempfile.TemporaryFile("w+") as file:
    faulthandler.dump_traceback(file)
    file.seek(0)
    heads = [line for line in file if "thread 0x" in line.lower()]
end.set()
thread.join()
print(*heads, sep="", end="")
named = any("[reader]" in head for head in heads)
assert named == (sys.version_info >= (3, 14))
