# /// script
# dependencies = ["py-spy"]
# [tool.proof]
# platform = "linux"
# ///
"""py-spy dump shows both sides of a deadlock in a program that was not prepared."""

import subprocess
import sys
from pathlib import Path

PY_SPY = Path(sys.executable).with_name("py-spy")
PATIENT = """
import ctypes, threading
ctypes.CDLL(None).prctl(0x59616D61, ctypes.c_ulong(-1))  # where Yama asks for it
stock, till = threading.Lock(), threading.Lock()
both = threading.Barrier(2)
def sell():
    with stock:
        both.wait()
        with till: pass
def refund():
    with till:
        both.wait()
        with stock: pass
threading.Thread(target=refund).start()
print("ready", flush=True)
sell()
"""

command = [sys.executable, "-c", PATIENT]
with subprocess.Popen(command, stdout=subprocess.PIPE) as hung:
    try:
        hung.stdout.readline()
        shown = ""
        while not ("sell (<string>:9)" in shown and "refund (<string>:13)" in shown):
            dump = [PY_SPY, "dump", "--pid", str(hung.pid)]  # the point
            shown = subprocess.run(dump, capture_output=True, text=True).stdout
    finally:
        hung.kill()
lines = shown.splitlines()
print(*[line for line in lines if "(idle)" in line or "(<string>:" in line], sep="\n")
assert shown.count("(idle)") == 2
