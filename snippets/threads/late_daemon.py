# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# pythons = ["3.13", "3.14"]
# ///
"""A daemon that wakes during the shutdown is frozen since 3.14, and ended before."""

import os
import select
import subprocess
import sys
import threading
import time
from pathlib import Path


class Last:
    """Its one object is deleted late in the shutdown, and then looks around."""

    def __del__(self, threads=os.listdir, sleep=time.sleep, select=select.select):
        before = len(threads("/proc/self/task"))
        write(writer, b"wake up")
        while select([reader], [], [], 0)[0]:
            sleep(0.01)  # until the daemon has read it
        for _ in range(rounds):
            sleep(0.01)
            if len(threads("/proc/self/task")) == 1:
                break
        write(1, b"%d %d\n" % (before, len(threads("/proc/self/task"))))


def wait_until_blocked(thread):
    """Return when the kernel has shown a thread asleep ten times in a row."""
    stat, asleep = Path(f"/proc/self/task/{thread.native_id}/stat"), 0
    while asleep < 10:
        asleep = asleep + 1 if ") S" in stat.read_text() else 0
        time.sleep(0.005)


frozen = sys.version_info >= (3, 14)
if len(sys.argv) > 1:
    rounds = 20 if frozen else 1000
    reader, writer = os.pipe()
    write = os.write
    daemon = threading.Thread(target=os.read, args=[reader, 9], daemon=True)
    daemon.start()
    wait_until_blocked(daemon)
    last = Last()
else:
    command = [sys.executable, __file__, "program"]
    run = subprocess.run(command, stdout=subprocess.PIPE, text=True)
    before, after = map(int, run.stdout.split())
    print("threads during the shutdown:        ", before)
    print("threads after the daemon has woken: ", after)
    assert (before, after) == (2, 2 if frozen else 1)
    assert run.returncode == 0
