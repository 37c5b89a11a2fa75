# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# needs = ["strace"]
# pythons = ["3.14t"]
# platform = "linux"
# ///
"""strace names the call of the kernel in which a thread waits, and no line of it."""

import os
import signal
import subprocess
import sys
import time

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
    """Return the calls that are under way, of all threads of a process."""
    command = ["strace", "--follow-forks", "--attach", str(pid)]  # the point
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as tracer:
        time.sleep(0.3)  # for as long as you like to look
        tracer.terminate()
        return tracer.stderr.read()


pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
hung = subprocess.Popen([sys.executable, "-"], start_new_session=True, **pipes)
try:
    hung.stdin.write(PATIENT)
    hung.stdin.close()
    hung.stdout.readline()
    ASKED["system call"] = f" {hung.pid}] futex("  # that of main
    shown = ""
    while ASKED["system call"] not in shown:
        assert hung.poll() is None
        shown = ask(hung.pid)
finally:
    os.killpg(hung.pid, signal.SIGKILL)
    hung.wait()
print(*[line[:76] for line in shown.splitlines()][:8], sep="\n")
for question, word in ASKED.items():
    print(f"sees: strace: {question}: {'yes' if word in shown else 'no'}")
print("sees: strace: main in C: yes")
print("sees: strace: without preparation: yes")
found = [question for question, word in ASKED.items() if word in shown]
assert found == ["system call"]
