# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# pythons = ["3.14t"]
# platform = "linux"
# ///
"""/proc has the call of the kernel in which each thread waits, and the children."""

import os
import signal
import subprocess
import sys
from pathlib import Path

PATIENT = """
import asyncio, ctypes, os, threading, time
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
print(pid, flush=True)
stuck_in_c()
"""
ASKED = {"Python line": "stuck_in_c", "C function": "pthread_mutex_lock"}
ASKED |= {"system call": "waits: futex", "task": "order 7"}


def ask(pid):
    """Return where each thread of a process waits, and who its children are."""
    lines = ""
    for task in Path(f"/proc/{pid}/task").iterdir():
        wchan, children = [(task / name).read_text() for name in ("wchan", "children")]
        lines += f"thread {task.name} waits: {wchan}; its children: {children}\n"
    return lines


pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
hung = subprocess.Popen([sys.executable, "-"], start_new_session=True, **pipes)
try:
    hung.stdin.write(PATIENT)
    hung.stdin.close()
    ASKED["child"] = f"children: {hung.stdout.readline().strip()} "
    shown = ""
    while not all(word in shown for word in ["waits: futex", ASKED["child"]]):
        assert hung.poll() is None
        shown = ask(hung.pid)
finally:
    os.killpg(hung.pid, signal.SIGKILL)
    hung.wait()
print(*shown.splitlines(), sep="\n")
for question, word in ASKED.items():
    print(f"sees: /proc: {question}: {'yes' if word in shown else 'no'}")
print("sees: /proc: main in C: yes")
print("sees: /proc: without preparation: yes")
found = [question for question, word in ASKED.items() if word in shown]
assert found == ["system call", "child"]
