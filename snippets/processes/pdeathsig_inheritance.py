# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# ///
"""A forked child does not inherit the parent's PR_SET_PDEATHSIG."""

import ctypes
import os
import signal

PR_SET_PDEATHSIG = 1
PR_GET_PDEATHSIG = 2
libc = ctypes.CDLL(None)


def pdeathsig():
    number = ctypes.c_int()
    assert libc.prctl(PR_GET_PDEATHSIG, ctypes.byref(number), 0, 0, 0) == 0
    return number.value


assert libc.prctl(PR_SET_PDEATHSIG, signal.SIGTERM, 0, 0, 0) == 0
print("set in the parent:", signal.Signals(pdeathsig()).name)
assert pdeathsig() == signal.SIGTERM

pid = os.fork()
if pid == 0:
    os._exit(pdeathsig())

in_child = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
print("seen by its child:", in_child or "none")
assert in_child == 0
