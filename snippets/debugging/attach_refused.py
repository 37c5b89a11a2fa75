# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# ///
"""A process that is not dumpable can be traced only with the capability SYS_PTRACE."""

import ctypes
import os
import subprocess
import sys
from pathlib import Path

PATIENT = """
import ctypes, sys
PR_SET_DUMPABLE = 4
ctypes.CDLL(None).prctl(PR_SET_DUMPABLE, int(sys.argv[1]), 0, 0, 0)
ctypes.CDLL(None).prctl(0x59616D61, ctypes.c_ulong(-1))  # where Yama asks for it
print("ready", flush=True)
input()
"""
PTRACE_ATTACH, PTRACE_DETACH = 16, 17
libc = ctypes.CDLL(None, use_errno=True)


def attach(dumpable):
    """Return what the kernel says to a debugger that attaches."""
    command = [sys.executable, "-c", PATIENT, str(dumpable)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen(command, **pipes) as patient:
        patient.stdout.readline()
        refused = libc.ptrace(PTRACE_ATTACH, patient.pid, None, None)
        said = os.strerror(ctypes.get_errno()) if refused else "attached"
        if not refused:
            os.waitpid(patient.pid, 0)  # until it has stopped for the debugger
            libc.ptrace(PTRACE_DETACH, patient.pid, None, None)
        patient.kill()
    return said


rights = Path("/proc/self/status").read_text().split("CapEff:")[1].split()[0]
may_all = bool(int(rights, 16) >> 19 & 1)
yama = Path("/proc/sys/kernel/yama/ptrace_scope")
print("capability SYS_PTRACE:", may_all)
print("Yama's ptrace_scope:", yama.read_text().strip() if yama.exists() else "no Yama")
usual, hidden = attach(1), attach(0)
print("a usual process:", usual)
print("one that is not dumpable:", hidden)
assert usual == "attached"
assert hidden == ("attached" if may_all else "Operation not permitted")
