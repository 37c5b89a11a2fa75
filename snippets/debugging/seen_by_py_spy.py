# /// script
# requires-python = ">=3.11"
# dependencies = ["py-spy"]
# [tool.proof]
# platform = "linux"
# ///
"""py-spy shows the line of Python, the function in C, and the child."""

import os
import signal
import subprocess
import sys
from pathlib import Path

PY_SPY = Path(sys.executable).with_name("py-spy")
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
print("ready", flush=True)
stuck_in_c()
"""
ASKED = {"Python line": "stuck_in_c", "C function": "pthread_mutex_lock"}
ASKED |= {"task": "order 7", "child": "child"}


def ask(pid):
    """Return what py-spy says of a process and its children."""
    how = ["--native", "--subprocesses", "--pid", str(pid)]
    command = [PY_SPY, "dump", *how]  # the point
    return subprocess.run(command, capture_output=True, text=True).stdout


pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
hung = subprocess.Popen([sys.executable, "-"], start_new_session=True, **pipes)
try:
    hung.stdin.write(PATIENT)
    hung.stdin.close()
    hung.stdout.readline()
    shown = ""
    while not all(word in shown for word in ["stuck_in_c", "child_waits"]):
        assert hung.poll() is None
        shown = ask(hung.pid)
finally:
    os.killpg(hung.pid, signal.SIGKILL)
    hung.wait()
print(
    *[line for line in shown.splitlines() if "<stdin>" in line or "ead" in line],
    sep="\n",
)
for question, word in ASKED.items():
    print(f"sees: py-spy: {question}: {'yes' if word in shown else 'no'}")
print("sees: py-spy: main in C: yes")
print("sees: py-spy: without preparation: yes")
found = [question for question, word in ASKED.items() if word in shown]
assert found == ["Python line", "C function", "child"]
