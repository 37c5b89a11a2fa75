# /// script
# requires-python = ">=3.14"
# dependencies = []
# [tool.proof]
# pythons = ["3.14"]
# platform = "linux"
# ///
"""python -m asyncio ps shows tasks while main is in C; another thread's since 3.15."""

import subprocess
import sys
from pathlib import Path

PATIENT = """
import asyncio, ctypes, sys, threading
libc, mutex = ctypes.CDLL(None), ctypes.create_string_buffer(64)
libc.prctl(0x59616D61, ctypes.c_ulong(-1))  # where Yama asks for it
def stuck_in_c():
    while True: libc.pthread_mutex_lock(mutex)  # the second time for ever
async def wait_for_kitchen():
    print("ready", flush=True)
    await asyncio.Event().wait()
async def serve():
    task = asyncio.create_task(wait_for_kitchen(), name="order 7")
    await asyncio.sleep(0)  # until that waits
    if sys.argv[1] == "main": stuck_in_c()
    await task
if sys.argv[1] == "main": asyncio.run(serve())
threading.Thread(target=asyncio.run, args=(serve(),), daemon=True).start()
stuck_in_c()
"""


def ask(whose):
    """Return the tasks of a program whose loop is in that thread."""
    command = [sys.executable, "-c", PATIENT, whose]
    patient = subprocess.Popen(command, stdout=subprocess.PIPE)
    patient.stdout.readline()
    while "futex" not in Path(f"/proc/{patient.pid}/wchan").read_text():
        pass  # main is not in C yet
    look = [sys.executable, "-m", "asyncio", "ps", str(patient.pid)]  # the point
    shown = subprocess.run(look, capture_output=True, text=True).stdout
    while whose == "main" and "order 7" not in shown:
        shown = subprocess.run(look, capture_output=True, text=True).stdout
    patient.kill()
    patient.wait()
    return shown


in_main, in_thread = ask("main"), ask("another")
for where, shown in {"main": in_main, "another thread": in_thread}.items():
    print(f"A loop in {where}:")
    print(*[line[:76].rstrip() for line in shown.splitlines()[2:]], sep="\n")
tool = "sees: python -m asyncio ps:"
print(tool, "Python line: no")
print(tool, "task: yes")
print(tool, "main in C: yes")
print(tool, "without preparation: yes")
assert "order 7" in in_main and "stuck_in_c" not in in_main + in_thread
assert ("order 7" in in_thread) == (sys.version_info >= (3, 15))
