# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# quiet = true
# limit = 30
# ///
"""Jobs that wait use far less CPU time than they last, and less than computing ones."""

import hashlib
import socket
import subprocess
import threading
import time

PASSWORD = ("sha256", b"password", b"salt", 400_000)
lock = threading.Lock()
lock.acquire()
udp = socket.socket(type=socket.SOCK_DGRAM)
udp.bind(("127.0.0.1", 0))
udp.settimeout(0.1)  # nobody answers


def receive():
    try:
        udp.recv(100)
    except TimeoutError:
        return "no answer"


COMPUTES = {
    "loop in Python": lambda: [n % 7 for n in range(3_000_000)],
    "sort": lambda: sorted(range(1_000_000), key=hash, reverse=True),
    "password hash": lambda: hashlib.pbkdf2_hmac(*PASSWORD),
}
WAITS = {
    "sleep": lambda: time.sleep(0.1),
    "network": receive,
    "lock": lambda: lock.acquire(timeout=0.1),
    "command": lambda: subprocess.run(["sleep", "0.1"], check=True),
}
cpu = {}
for name, job in {**COMPUTES, **WAITS}.items():
    began, cpu_began = time.perf_counter(), time.thread_time()
    job()
    took, cpu[name] = time.perf_counter() - began, time.thread_time() - cpu_began
    print(f"{name:15} {cpu[name]:5.3f} s of CPU time in {took:5.3f} s")
    if name in WAITS:
        assert cpu[name] < took / 5
udp.close()
assert min(cpu[name] for name in COMPUTES) > 2 * max(cpu[name] for name in WAITS)
