# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# pythons = ["3.13", "3.14"]
# ///
"""Since 3.14 the kernel knows a thread's name, up to its first 15 bytes."""

import sys
import threading
from pathlib import Path


def kernel_name(thread):
    return Path(f"/proc/self/task/{thread.native_id}/comm").read_text().rstrip("\n")


may_end = threading.Event()
short = threading.Thread(target=may_end.wait, name="mail")
long = threading.Thread(target=may_end.wait, name="reader of all mail boxes")
short.start()
long.start()
for thread in threading.enumerate():
    print(f"{thread.name:<26}{kernel_name(thread)}")

if sys.version_info >= (3, 14):
    assert kernel_name(short) == "mail"
    assert kernel_name(long) == "reader of all m"
else:
    assert kernel_name(short) == kernel_name(long)
    assert kernel_name(short) == kernel_name(threading.main_thread())
assert kernel_name(threading.main_thread()) != "MainThread"
may_end.set()
short.join()
long.join()
