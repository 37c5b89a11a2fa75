# /// script
# requires-python = ">=3.14"
# dependencies = []
# [tool.proof]
# kind = "symptom"
# pythons = ["3.14t"]
# platform = "linux"
# ///
"""python -m asyncio pstree names the tasks that wait for each other in a ring."""

import subprocess
import sys

PATIENT = """
import asyncio, ctypes
ctypes.CDLL(None).prctl(0x59616D61, ctypes.c_ulong(-1))  # where Yama asks for it
tasks = {}
async def wait_for(name):
    while name not in tasks: await asyncio.sleep(0)
    await tasks[name]
async def main():
    for name, other in ("bread", "oven"), ("oven", "bread"):
        tasks[name] = asyncio.create_task(wait_for(other), name=name)
    print("ready", flush=True)
    await asyncio.sleep(3600)
asyncio.run(main())
"""

command = [sys.executable, "-c", PATIENT]
with subprocess.Popen(command, stdout=subprocess.PIPE) as hung:
    try:
        hung.stdout.readline()
        shown = ""
        while "cycle" not in shown:
            pstree = [sys.executable, "-m", "asyncio", "pstree", str(hung.pid)]
            run = subprocess.run(pstree, capture_output=True, text=True)  # the point
            shown = run.stdout + run.stderr
    finally:
        hung.kill()
print(shown.strip())
print("sees: python -m asyncio ps: task: yes")
assert "bread" in shown and "oven" in shown
