# /// script
# requires-python = ">=3.14"
# dependencies = []
# [tool.proof]
# platform = "linux"
# ///
"""sys.remote_exec gets the stack of a program that runs Python, not of a long call."""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

CODE = """
import threading, time
def mix():
    print("ready", flush=True)
    {wait}
mix()
"""
CASES = {
    "a loop of short waits": "while True: time.sleep(0.01)",
    "one long call": "time.sleep(60)",
}


def stack_of(pid, limit):
    """Return the stack of a program, or an empty text if it does not answer."""
    with tempfile.TemporaryDirectory() as folder:
        script, report = Path(folder, "script.py"), Path(folder, "report")
        script.write_text(
            f"import faulthandler\nwith open({str(report)!r}, 'w') as file:\n"
            f"    faulthandler.dump_traceback(file)\n    file.write('end')\n"
        )
        sys.remote_exec(pid, str(script))
        end = time.monotonic() + limit
        text = ""
        while not text.endswith("end") and time.monotonic() < end:
            time.sleep(0.01)
            text = report.read_text() if report.exists() else ""
        return text.removesuffix("end")


def wait_until_asleep(pid):
    """Return when the kernel has shown a process asleep ten times in a row."""
    stat, asleep = Path(f"/proc/{pid}/stat"), 0
    while asleep < 10:
        asleep = asleep + 1 if ") S" in stat.read_text() else 0
        time.sleep(0.01)


for name, wait in CASES.items():
    command = [sys.executable, "-c", CODE.format(wait=wait)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout.readline() == "ready\n"
        "loop" in name or wait_until_asleep(child.pid)
        stack = stack_of(child.pid, 20 if "loop" in name else 0.5)
        print(f"{name}:", stack or "no answer", sep="\n")
        assert ("in mix" in stack) == ("loop" in name)
        child.kill()
