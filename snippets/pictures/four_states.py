# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# ///
"""A process can be running, waiting, stopped, and after its end a zombie."""

import os
import signal
import time
from pathlib import Path


def state(pid):
    return Path(f"/proc/{pid}/stat").read_text().rpartition(") ")[2][0]


def wait_for(letter):
    while state(child) != letter:
        time.sleep(0.001)
    print("the child is", letter)


child = os.fork()
if child == 0:
    until = time.monotonic() + 0.2
    while time.monotonic() < until:
        pass
    time.sleep(0.4)
    os._exit(3)

wait_for("R")  # running
wait_for("S")  # waiting
time.sleep(0.1)
os.kill(child, signal.SIGSTOP)
wait_for("T")  # stopped
time.sleep(0.2)
os.kill(child, signal.SIGCONT)
wait_for("Z")  # a zombie
time.sleep(0.2)
assert os.waitstatus_to_exitcode(os.wait()[1]) == 3
