# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# needs = ["perf"]
# pythons = ["3.14t"]
# platform = "linux"
# limit = 20
# ///
"""perf names the function in C that computes, and has no sample of what waits."""

import contextlib
import subprocess
import sys
import tempfile
from pathlib import Path

PATIENT = """
import sys, time, zlib
def stuck_in_c():
    while sys.argv[1] == "computes": zlib.crc32(bytes(10_000_000))
    time.sleep(60)
print("ready", flush=True)
stuck_in_c()
"""
ASKED = {"Python line": "stuck_in_c", "C function": "crc32"}


def ask(pid):
    """Return which functions perf finds, or why the kernel refuses."""
    record = ["perf", "record", "-N", "-o", "data", "-e", "cpu-clock:u", "-p", str(pid)]
    report = ["perf", "report", "-i", "data", "--stdio", "--sort", "symbol"]
    how = {"capture_output": True, "text": True}
    recorded = subprocess.run([*record, "sleep", "0.5"], **how)  # the point
    if recorded.returncode:
        return f"refused: {recorded.stderr}"
    return subprocess.run(report, **how).stdout


shown = {}
with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
    for what in ("waits", "computes"):
        command = [sys.executable, "-c", PATIENT, what]
        with subprocess.Popen(command, stdout=subprocess.PIPE) as patient:
            patient.stdout.readline()
            try:
                shown[what] = ask(patient.pid)
            finally:
                patient.kill()
found = [line for line in shown["computes"].splitlines() if "%" in line]
print("of one that waits:", "%" in shown["waits"])
print(*[line[:50].rstrip() for line in found[:5]], sep="\n")
allowed = Path("/proc/sys/kernel/perf_event_paranoid").read_text().strip()
print("perf_event_paranoid here:", allowed)
if "refused" in shown["computes"]:
    print(*[line[:76] for line in shown["computes"].splitlines()[:5]], sep="\n")
else:
    for question, word in ASKED.items():
        answer = "yes" if word in shown["computes"] else "no"
        print(f"sees: perf, of one that computes: {question}: {answer}")
    print("sees: perf, of one that computes: without preparation: yes")
    assert "crc32" in shown["computes"] and "stuck_in_c" not in shown["computes"]
    assert "%" not in shown["waits"]
