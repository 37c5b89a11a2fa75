# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# expect = 1
# stderr = "AssertionError: SIGUSR1 has ended the child"
# wrong = "races"
# ///
"""A signal that comes before its handler is installed ends the process."""

import signal
import subprocess
import sys

sys.tracebacklimit = 0  # the last line of the traceback is enough
CHILD = """
import signal, sys
sys.stdin.readline()  # what a program does before it installs its handler
signal.signal(signal.SIGUSR1, lambda *_: print("child: a signal for me"))
signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGUSR1})
print("child: I am done")
"""

blocked = set()  # wrong: the child can be hit before it is ready
signal.pthread_sigmask(signal.SIG_BLOCK, blocked)
pipe = subprocess.PIPE
child = subprocess.Popen(
    [sys.executable, "-c", CHILD], stdin=pipe, stdout=pipe, text=True
)
child.send_signal(signal.SIGUSR1)
output, _ = child.communicate("go on\n")
print(output, end="")
print("main:  its return code is", child.returncode)
assert child.returncode != -signal.SIGUSR1, "SIGUSR1 has ended the child"
assert "child: a signal for me" in output
