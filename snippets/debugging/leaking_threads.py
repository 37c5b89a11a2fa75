# /// script
# dependencies = ["py-spy"]
# [tool.proof]
# platform = "linux"
# ///
"""/proc shows that threads become more, and py-spy in which function they stay."""

import subprocess
import sys
from collections import Counter
from pathlib import Path

PY_SPY = Path(sys.executable).with_name("py-spy")
PATIENT = """
import ctypes, threading
ctypes.CDLL(None).prctl(0x59616D61, ctypes.c_ulong(-1))  # where Yama asks for it
def wait_for_reply():
    threading.Event().wait()
while input():
    threading.Thread(target=wait_for_reply, daemon=True).start()
    print("started", flush=True)
"""


def threads():
    """Return how many threads the kernel counts."""
    status = Path(f"/proc/{patient.pid}/status").read_text()
    return int(status.split("Threads:")[1].split()[0])


pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
with subprocess.Popen([sys.executable, "-c", PATIENT], **pipes) as patient:
    counts = []
    for _ in range(20):
        print("request", file=patient.stdin, flush=True)
        patient.stdout.readline()
        counts.append(threads())
    stays = Counter()
    while stays["wait_for_reply"] < 20:
        dump = [PY_SPY, "dump", "--pid", str(patient.pid)]  # the point
        shown = subprocess.run(dump, capture_output=True, text=True).stdout
        own = [line.split()[0] for line in shown.splitlines() if "(<string>:" in line]
        stays = Counter(own)
    patient.kill()
print("threads after each request:", *counts)
print("where they stay:", dict(stays))
assert counts == list(range(2, 22))
