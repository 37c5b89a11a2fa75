# /// script
# dependencies = ["py-spy"]
# [tool.proof]
# platform = "linux"
# ///
"""py-spy record --gil finds which function holds the GIL."""

import subprocess
import sys
from collections import Counter
from pathlib import Path

PATIENT = """
import ctypes, threading, time
ctypes.CDLL(None).prctl(0x59616D61, ctypes.c_ulong(-1))  # where Yama asks for it
def parse():
    while True: sum(range(1000))
def serve():
    print("ready", flush=True)
    while True: time.sleep(0.005)
threading.Thread(target=parse, daemon=True).start()
serve()
"""

with subprocess.Popen(
    [sys.executable, "-c", PATIENT], stdout=subprocess.PIPE
) as patient:
    try:
        patient.stdout.readline()
        record = ["py-spy", "record", "--gil", "--duration", "1"]  # the point
        into = ["--format", "raw", "--output", "stacks", "--pid", str(patient.pid)]
        subprocess.run([*record, *into], check=True, capture_output=True)
    finally:
        patient.kill()
report = Path("stacks").read_text()

counts = Counter()
for line in report.splitlines():
    stack, _, times = line.rpartition(" ")
    for name in ("parse", "serve"):
        counts[name] += int(times) * (name in stack)
print("samples with the GIL:", dict(counts))
assert counts["parse"] > 10 * counts["serve"]
