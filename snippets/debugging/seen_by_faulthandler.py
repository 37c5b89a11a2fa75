# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# pythons = ["3.14t"]
# platform = "linux"
# ///
"""faulthandler shows which line is in C, but only if the program has asked for it."""

import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PATIENT = """
import asyncio, ctypes, faulthandler, os, sys, threading, time
libc, mutex = ctypes.CDLL(None), ctypes.create_string_buffer(64)
def child_waits(): time.sleep(60)
def stuck_in_c():
    while True: libc.pthread_mutex_lock(mutex)  # the second time for ever
async def wait_for_kitchen(): await asyncio.Event().wait()
async def serve():
    await asyncio.create_task(wait_for_kitchen(), name="order 7")
pid = os.fork()
libc.prctl(0x59616D61, ctypes.c_ulong(-1))  # where Yama asks for it
if pid == 0: child_waits()
threading.Thread(target=asyncio.run, args=(serve(),), daemon=True).start()
if sys.argv[1:]: faulthandler.register(10)  # SIGUSR1
print("ready", flush=True)
stuck_in_c()
"""
ASKED = {"Python line": "stuck_in_c", "C function": "pthread_mutex_lock"}
ASKED |= {"system call": "futex", "task": "order 7", "child": "child"}


def ask(*prepared):
    """Return how it ended, and what it wrote, when it was sent a signal."""
    pipes = {"stdout": subprocess.PIPE, "text": True}
    command = [sys.executable, "-c", PATIENT, *prepared]
    with tempfile.NamedTemporaryFile() as file:
        stacks = Path(file.name)
        hung = subprocess.Popen(command, start_new_session=True, stderr=file, **pipes)
        hung.stdout.readline()
        wait = Path(f"/proc/{hung.pid}/wchan").read_text
        while not all("futex" in wait() for _ in range(999)):
            pass  # it is not in C yet
        while hung.poll() is None and "stuck_in_c" not in stacks.read_text():
            hung.send_signal(signal.SIGUSR1)  # the point
            time.sleep(0.1)
        ended = hung.poll()
        os.killpg(hung.pid, signal.SIGKILL)
        hung.wait()
        return ended, stacks.read_text()


(unprepared, _), (ended, shown) = ask(), ask("prepared")
print(*shown.splitlines()[-3:], sep="\n")
print("without register, the signal ended it:", unprepared)
for question, word in ASKED.items():
    print(f"sees: faulthandler: {question}: {'yes' if word in shown else 'no'}")
print("sees: faulthandler: main in C: yes\nsees: faulthandler: without preparation: no")
assert unprepared == -signal.SIGUSR1 and ended is None
found = [question for question, word in ASKED.items() if word in shown]
assert found == ["Python line"]
