# /// script
# requires-python = ">=3.14"
# dependencies = []
# [tool.proof]
# platform = "linux"
# ///
"""python -m asyncio pstree shows the tasks of a running process from outside."""

import asyncio
import ctypes
import os
import subprocess
import sys


async def ask_kitchen():
    await ready.wait()


async def serve():
    async with asyncio.TaskGroup() as group:
        for table in (4, 7):
            group.create_task(ask_kitchen(), name=f"table {table}")


def look(command):
    line = [sys.executable, "-m", "asyncio", command, str(os.getpid())]
    return subprocess.run(line, capture_output=True, text=True, check=True).stdout


async def main():
    waiter = asyncio.create_task(serve(), name="waiter")
    await asyncio.sleep(0.05)
    tree, table = look("pstree"), look("ps")  # the loop stands still meanwhile
    ready.set()
    await waiter
    print(tree.strip())
    print("ps names table 7, too:", "table 7" in table)
    for part in ("waiter", "serve", "table 4", "table 7", "ask_kitchen"):
        assert part in tree and part in table


# Where the system restricts such looks, this process permits them.
PR_SET_PTRACER, ANYBODY = 0x59616D61, ctypes.c_ulong(-1)
ctypes.CDLL(None).prctl(PR_SET_PTRACER, ANYBODY, 0, 0, 0)
ready = asyncio.Event()
asyncio.run(main())
