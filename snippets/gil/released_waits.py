# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# limit = 30
# ///
"""Waits for time, a lock, a process, a socket, a pipe or a file let others run."""

import contextlib
import os
import socket
import subprocess
import sys
import tempfile
import threading
import time

sys.setswitchinterval(60)  # nobody is asked for the GIL before a minute is over
lock, data = threading.Lock(), bytes(8_000_000)
lock.acquire()
reader, writer = os.pipe()
file, path = tempfile.mkstemp()
os.unlink(path)  # the file goes with its descriptor
udp = socket.socket(type=socket.SOCK_DGRAM)
udp.bind(("127.0.0.1", 0))
udp.settimeout(0.02)  # nobody sends anything
turns, running = 0, True


def other_thread():
    global turns
    while running:
        time.sleep(0.0005)
        turns += 1
        os.write(writer, b".")


CALLS = {
    "time.sleep": lambda: time.sleep(0.02),
    "Lock.acquire": lambda: lock.acquire(timeout=0.02),
    "subprocess.run": lambda: subprocess.run([sys.executable, "-SEc", "pass"]),
    "socket.recv": lambda: udp.recv(1),
    "os.read of a pipe": lambda: os.read(reader, 100_000),
    "os.pwrite to a file": lambda: os.pwrite(file, data, 0),
    "os.pread of a file": lambda: os.pread(file, len(data), 0),
}
other = threading.Thread(target=other_thread, name="other", daemon=True)
other.start()
for name, call in CALLS.items():
    before, most = turns, time.thread_time() + 1
    while turns == before and time.thread_time() < most:
        with contextlib.suppress(TimeoutError):
            call()
    runs = turns > before
    print(f"{name:20} {'lets the other run' if runs else 'keeps it waiting'}")
    assert runs, name
running = False
other.join()
os.close(file)
udp.close()
