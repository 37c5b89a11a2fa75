# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# needs = ["strace"]
# platform = "linux"
# ///
"""strace names the descriptor that recv waits for, and /proc who has the pipe."""

import re
import subprocess
import sys
import time
from pathlib import Path

PATIENT = """
import ctypes, multiprocessing
ctypes.CDLL(None).prctl(0x59616D61, ctypes.c_ulong(-1))  # where Yama asks for it
receive, send = multiprocessing.Pipe(duplex=False)  # and nobody closes send
print("ready", flush=True)
receive.recv()
"""


def holders(pipe):
    """Return the process and descriptor of each end of a pipe."""
    for link in Path("/proc").glob("[0-9]*/fd/*"):
        try:
            if str(link.readlink()) == pipe:
                yield int(link.parts[2]), int(link.name)
        except OSError:
            pass  # closed meanwhile, or of another user


command = [sys.executable, "-c", PATIENT]
with subprocess.Popen(command, stdout=subprocess.PIPE) as hung:
    try:
        hung.stdout.readline()
        found = None
        while not found:
            strace = ["strace", "--attach", str(hung.pid)]
            with subprocess.Popen(strace, stderr=subprocess.PIPE, text=True) as tracer:
                time.sleep(0.2)  # for as long as you like to look
                tracer.terminate()
                shown = tracer.stderr.read()
            found = re.search(r"read\((\d+), ", shown)
        pipe = str(Path(f"/proc/{hung.pid}/fd/{found[1]}").readlink())
        ends = sorted(holders(pipe))
    finally:
        hung.kill()
print(found[0], "waits for", pipe)
print("which is open as:", [f"pid {pid}, fd {number}" for pid, number in ends])
assert len(ends) == 2 and {pid for pid, _ in ends} == {hung.pid}
