# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# ///
"""PyThreadState_SetAsyncExc stops a loop in Python, but no call that is blocked."""

import ctypes
import os
import threading
import time
from pathlib import Path


class Stop(Exception):
    pass


def work(call):
    try:
        while True:
            call()
    except Stop:
        print(threading.current_thread().name, "stopped")


def send_stop(thread):
    ident, kind = ctypes.c_ulong(thread.ident), ctypes.py_object(Stop)
    assert ctypes.pythonapi.PyThreadState_SetAsyncExc(ident, kind) == 1


def wait_until_blocked(thread):
    """Return when the kernel has shown a thread asleep ten times in a row."""
    stat, asleep = Path(f"/proc/self/task/{thread.native_id}/stat"), 0
    while asleep < 10:
        asleep = asleep + 1 if ") S" in stat.read_text() else 0
        time.sleep(0.005)


reader, writer = os.pipe()
in_loop = threading.Event()
looping = threading.Thread(target=work, args=[in_loop.set], name="loop")
blocked = threading.Thread(target=work, args=[lambda: os.read(reader, 1)], name="read")
blocked.start()
wait_until_blocked(blocked)
looping.start()
in_loop.wait()

send_stop(looping)
send_stop(blocked)
looping.join()
blocked.join(timeout=0.2)
print("main: loop alive:", looping.is_alive(), " read alive:", blocked.is_alive())
assert blocked.is_alive()

os.write(writer, b"x")
blocked.join()
print("main: the read has returned, read alive:", blocked.is_alive())
