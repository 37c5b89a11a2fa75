# /// script
# requires-python = ">=3.14"
# dependencies = []
# [tool.proof]
# pythons = ["3.14t"]
# platform = "linux"
# limit = 40
# ///
"""pdb -p gets no answer while main is in C, and else sees any task."""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PATIENT = """
import asyncio, ctypes, sys, threading, time
libc, mutex = ctypes.CDLL(None), ctypes.create_string_buffer(64)
libc.prctl(0x59616D61, ctypes.c_ulong(-1))  # where Yama asks for it
def stays_in_python():
    print("ready", flush=True)
    while sys.argv[1:] == ["in Python"]: time.sleep(0.01)
    while True: libc.pthread_mutex_lock(mutex)  # the second time for ever
async def serve():
    asyncio.current_task().set_name("order 7")
    serving.set(); await asyncio.Event().wait()
serving = threading.Event()
threading.Thread(target=asyncio.run, args=(serve(),), daemon=True).start()
serving.wait()
stays_in_python()
"""
ASKED = {"Python line": "stays_in_python", "task": "order 7"}
TASKS = "[o.get_name() for o in gc.get_objects() if isinstance(o, asyncio.Task)]"
TYPED = f"where\nimport asyncio, gc\np {TASKS}\nquit\n"


def look(where, seconds):
    """Return what pdb says of a program whose main is there."""
    command = [sys.executable, "-c", PATIENT, where]
    patient = subprocess.Popen(command, stdout=subprocess.PIPE)
    patient.stdout.readline()
    wait = Path(f"/proc/{patient.pid}/wchan").read_text
    while where == "in C" and not all("futex" in wait() for _ in range(999)):
        pass  # it is not there yet
    command = [sys.executable, "-m", "pdb", "-p", str(patient.pid)]  # the point
    how = {"input": TYPED, "capture_output": True, "text": True, "timeout": seconds}
    try:
        return subprocess.run(command, **how).stdout
    except subprocess.TimeoutExpired:
        return ""
    finally:
        patient.kill()
        patient.wait()


with tempfile.TemporaryDirectory() as folder:
    os.environ["TMPDIR"] = folder  # where pdb puts what it sends
    begun = time.monotonic()
    shown = look("in Python", 6)
    in_c = look("in C", 5 * (time.monotonic() - begun))
print(f"while main is in C: {in_c or 'no answer'} in five times as long; else:")
print(shown.replace("(Pdb) ", "").strip())
for question, word in ASKED.items():
    print(f"sees: pdb -p: {question}: {'yes' if word in shown else 'no'}")
print("sees: pdb -p: without preparation: yes\nsees: pdb -p: main in C: no")
assert not in_c and all(word in shown for word in ("stays_in_python", "order 7"))
