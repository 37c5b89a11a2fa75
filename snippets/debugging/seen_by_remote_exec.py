# /// script
# requires-python = ">=3.14"
# dependencies = []
# [tool.proof]
# pythons = ["3.14t"]
# platform = "linux"
# limit = 20
# ///
"""sys.remote_exec gets no answer while main is in C, and else sees any task."""

import contextlib
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
SCRIPT = """
import asyncio, faulthandler, gc
with open("report", "w") as file:
    faulthandler.dump_traceback(file)
    print([o for o in gc.get_objects() if isinstance(o, asyncio.Task)], file=file)
"""


def look(where, seconds):
    """Return what a program reports whose main is there."""
    command = [sys.executable, "-c", PATIENT, where]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as patient:
        patient.stdout.readline()
        wait = Path(f"/proc/{patient.pid}/wchan").read_text
        while where == "in C" and not all("futex" in wait() for _ in range(999)):
            pass  # it is not there yet
        sys.remote_exec(patient.pid, os.path.abspath("script.py"))  # the point
        for _ in range(100 * seconds):
            time.sleep(0.01 if "order 7" not in report.read_text() else 0)
        patient.kill()
    return report.read_text()


with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
    (report := Path("report")).touch()
    Path("script.py").write_text(SCRIPT)
    in_c, shown = look("in C", 1), look("in Python", 15)
print(*[line[:76] for line in shown.splitlines()[-3:]], sep="\n")
for question, word in ASKED.items():
    print(f"sees: sys.remote_exec: {question}: {'yes' if word in shown else 'no'}")
print("sees: sys.remote_exec: without preparation: yes")
print("sees: sys.remote_exec: main in C: no")
assert not in_c and all(word in shown for word in ("stays_in_python", "order 7"))
