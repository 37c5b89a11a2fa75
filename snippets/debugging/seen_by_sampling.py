# /// script
# requires-python = ">=3.15"
# dependencies = []
# [tool.proof]
# platform = "linux"
# ///
"""profiling.sampling dump shows the line that is in C, and the tasks."""

import os
import signal
import subprocess
import sys

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
ASKED |= {"system call": "futex", "task": "order 7", "child": "child"}


def ask(pid):
    """Return the stacks of all threads, and those of all tasks."""
    dump = [sys.executable, "-m", "profiling.sampling", "dump"]  # the point
    both = [dump + how for how in (["--all-threads"], ["--async-aware"])]
    how = {"capture_output": True, "text": True}
    return "".join(subprocess.run([*one, str(pid)], **how).stdout for one in both)


pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
hung = subprocess.Popen([sys.executable, "-"], start_new_session=True, **pipes)
try:
    hung.stdin.write(PATIENT)
    hung.stdin.close()
    hung.stdout.readline()
    shown = ""
    while not all(word in shown for word in ["stuck_in_c", "order 7"]):
        assert hung.poll() is None
        shown = ask(hung.pid)
finally:
    os.killpg(hung.pid, signal.SIGKILL)
    hung.wait()
print(*[line for line in shown.splitlines() if line.startswith('  File "<')], sep="\n")
for question, word in ASKED.items():
    print(
        f"sees: profiling.sampling dump: {question}: {'yes' if word in shown else 'no'}"
    )
print("sees: profiling.sampling dump: main in C: yes")
print("sees: profiling.sampling dump: without preparation: yes")
found = [question for question, word in ASKED.items() if word in shown]
assert found == ["Python line", "task"]
