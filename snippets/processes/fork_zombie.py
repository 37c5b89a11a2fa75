# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# kind = "plain"
# ///
"""A forked child that has ended is a zombie until os.waitpid is called."""

import os
import time
from pathlib import Path

pid = os.fork()
if pid == 0:
    print("child:  I end now", flush=True)
    os._exit(0)

status = Path(f"/proc/{pid}/status")
while "Z (zombie)" not in status.read_text():
    time.sleep(0.01)
print("parent: my child is a zombie now")
os.waitpid(pid, 0)
print("parent: after waitpid() it is listed:", status.exists())
assert not status.exists()
