# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# needs = ["gdb"]
# platform = "linux"
# limit = 30
# ///
"""Where a call in C holds the GIL, a handler in Python never runs, and gdb names it."""

import subprocess
import sys

PATIENT = """
import ctypes, faulthandler, signal, sys, threading
libc = ctypes.PyDLL(None)  # what calls by this does not release the GIL
libc.prctl(0x59616D61, ctypes.c_ulong(-1))  # where Yama asks for it
mutex = ctypes.create_string_buffer(64)
signal.signal(signal.SIGTERM, lambda *_: sys.exit())
faulthandler.register(signal.SIGUSR1)
def render():
    print("ready", flush=True)
    while True: libc.pthread_mutex_lock(mutex)  # the second time for ever
render()
"""

command = [sys.executable, "-c", PATIENT]
pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
with subprocess.Popen(command, **pipes) as hung:
    try:
        hung.stdout.readline()
        shown = ""
        while "pthread_mutex_lock" not in shown:
            gdb = [
                "gdb",
                "-nx",
                "-batch",
                "-p",
                str(hung.pid),
                "-ex",
                "bt",
            ]  # the point
            shown = subprocess.run(gdb, capture_output=True, text=True).stdout
        hung.terminate()
        hung.send_signal(10)  # SIGUSR1
        line = ""
        while "in render" not in line:
            line = hung.stderr.readline()
        goes_on = hung.poll() is None
    finally:
        hung.kill()
frames = [line for line in shown.splitlines() if line.startswith("#")]
print(
    *[
        line.partition(" from ")[0][:76]
        for line in frames
        if "mutex_lock (" in line or "ffi_" in line
    ],
    sep="\n",
)
print("faulthandler, in C too:", line.strip())
print("it goes on after SIGTERM:", goes_on)
assert goes_on
