# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# ///
"""Processes and threads are limited in number, and both count towards one limit."""

import os
import resource
import threading
from pathlib import Path

pid_max = int(Path("/proc/sys/kernel/pid_max").read_text())
threads_max = int(Path("/proc/sys/kernel/threads-max").read_text())
mine, most = resource.getrlimit(resource.RLIMIT_NPROC)
print("threads on the whole system:   at most", threads_max)
print("process ids:                   below", pid_max)
print("threads of one user:           at most", "any" if mine < 0 else mine)

assert 0 < os.getpid() < pid_max and threads_max > 1

if os.geteuid() == 0:
    os.setuid(65534)  # the limit does not hold for root, so become another user
resource.setrlimit(resource.RLIMIT_NPROC, (0, most))
try:
    os.fork()
except BlockingIOError as error:
    print("one process more, over the limit:", error.strerror)
else:
    raise AssertionError("the process was started")
try:
    threading.Thread().start()
except RuntimeError as error:
    print("one thread more, over the limit: ", error)
else:
    raise AssertionError("the thread was started")
