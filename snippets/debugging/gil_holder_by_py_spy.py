# /// script
# dependencies = ["py-spy"]
# [tool.proof]
# platform = "linux"
# ///
"""py-spy record --gil finds which function holds the GIL."""

import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

PY_SPY = Path(sys.executable).with_name("py-spy")
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
        record = [PY_SPY, "record", "--gil", "--duration", "1"]  # the point
        with tempfile.NamedTemporaryFile() as file:
            into = ["--format", "raw", "--output", file.name, "--pid", str(patient.pid)]
            subprocess.run([*record, *into], check=True, capture_output=True)
            report = Path(file.name).read_text()
    finally:
        patient.kill()

counts = Counter()
for line in report.splitlines():
    stack, _, times = line.rpartition(" ")
    for name in ("parse", "serve"):
        counts[name] += int(times) * (name in stack)
print("samples with the GIL:", dict(counts))
assert counts["parse"] > 10 * counts["serve"]
