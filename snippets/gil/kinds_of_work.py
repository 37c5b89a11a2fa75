# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# quiet = true
# platform = "linux"
# limit = 30
# ///
"""Jobs that wait use far less CPU time than they last; computing jobs hardly wait."""

import hashlib
import socket
import subprocess
import threading
import time
from collections import deque
from pathlib import Path

PASSWORD = ("sha256", b"password", b"salt", 100_000)
lock = threading.Lock()
lock.acquire()
udp = socket.socket(type=socket.SOCK_DGRAM)
udp.bind(("127.0.0.1", 0))
udp.settimeout(0.05)  # nobody answers


def receive():
    try:
        udp.recv(100)
    except TimeoutError:
        return "no answer"


COMPUTES = {
    "loop in Python": lambda: [n % 7 for n in range(1_000_000)],
    "sort": lambda: sorted(range(300_000), key=hash, reverse=True),
    "password hash": lambda: hashlib.pbkdf2_hmac(*PASSWORD),
}
WAITS = {
    "sleep": lambda: time.sleep(0.05),
    "network": receive,
    "lock": lambda: lock.acquire(timeout=0.05),
    "command": lambda: subprocess.run(["sleep", "0.05"], check=True),
}


def ready():
    """Return for how long this thread was ready and lacked a CPU."""
    return int(Path("/proc/thread-self/schedstat").read_text().split()[1]) / 1e9


rounds, order = {name: [] for name in COMPUTES | WAITS}, deque(COMPUTES | WAITS)
for _ in range(4):
    order.rotate()  # in turns, another one first each time
    for name in order:
        before = time.perf_counter(), time.thread_time(), ready()
        (COMPUTES | WAITS)[name]()
        after = time.perf_counter(), time.thread_time(), ready()
        rounds[name].append([b - a for a, b in zip(before, after, strict=True)])
udp.close()
cpu = {}
for name in rounds:  # the quickest round, but not the one that warms up
    took, cpu[name], lacked = min(rounds[name][1:])
    waited = max(0, took - cpu[name] - lacked)
    print(f"{name:14} {took:5.3f} s: {cpu[name]:5.3f} s of CPU time,", end=" ")
    print(f"{waited:5.3f} s waiting, {lacked:5.3f} s ready")
    assert cpu[name] < took / 5 if name in WAITS else waited < took / 3
assert min(cpu[name] for name in COMPUTES) > 2 * max(cpu[name] for name in WAITS)
