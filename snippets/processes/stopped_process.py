# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# ///
"""SIGSTOP stops all threads of a process, and they get no CPU time until SIGCONT."""

import os
import signal
import threading
import time
from pathlib import Path


def compute():
    while True:
        pass


def look(pid):
    """Return the states of the process's threads, and their CPU times in ns."""
    tasks = sorted(Path(f"/proc/{pid}/task").iterdir())
    states = [(task / "stat").read_text().rpartition(") ")[2][0] for task in tasks]
    return states, [int((task / "schedstat").read_text().split()[0]) for task in tasks]


child = os.fork()
if child == 0:
    threading.Thread(target=compute, name="second").start()
    compute()

while len(look(child)[0]) < 2:
    time.sleep(0.01)
time.sleep(0.1)
os.kill(child, signal.SIGSTOP)
os.waitpid(child, os.WUNTRACED)  # returns when it has stopped
before = look(child)
time.sleep(0.2)
after = look(child)
print("after SIGSTOP:", *after[0])
assert before == after == (["T", "T"], before[1])

os.kill(child, signal.SIGCONT)
while min(map(int.__sub__, look(child)[1], after[1])) < 10_000_000:
    time.sleep(0.01)  # until each thread has had 10 ms more
states, _ = look(child)
print("after SIGCONT:", *states)
assert "T" not in states
os.kill(child, signal.SIGKILL)
os.waitpid(child, 0)
