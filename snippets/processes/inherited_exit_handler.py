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
import tempfile
from pathlib import Path

report = Path(tempfile.gettempdir(), f"report-{os.getpid()}.txt")


def save_report():
    report.write_text("the child's" if os.getpid() != main else "main's")
    print("the report is now", report.read_text(), flush=True)
    if os.getpid() == main:
        report.unlink()


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
