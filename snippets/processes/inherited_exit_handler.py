# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "symptom"
# platform = "linux"
# ///
"""A child of os.fork() that exits runs main's exit handlers; os._exit() runs none."""

import atexit
import os
import sys
from pathlib import Path

report = Path("report.txt")


def save_report():
    report.write_text("the child's" if os.getpid() != main else "main's")
    print("report.txt is now", report.read_text(), flush=True)


main = os.getpid()
atexit.register(save_report)
written = []
for name, end in (("sys.exit", sys.exit), ("os._exit", os._exit)):
    print(f"a child ends with {name}():", flush=True)
    if os.fork() == 0:
        end(0)
    os.wait()
    written.append(report.exists())
    report.unlink(missing_ok=True)
print("main ends:")
assert written == [True, False]
