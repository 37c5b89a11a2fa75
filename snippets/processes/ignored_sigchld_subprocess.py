# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# ///
"""With SIGCHLD ignored, subprocess.run reports a failed command as a success."""

import signal
import subprocess
import sys

COMMAND = [sys.executable, "-c", "raise SystemExit(3)"]

usual = subprocess.run(COMMAND).returncode
signal.signal(signal.SIGCHLD, signal.SIG_IGN)
ignoring = subprocess.run(COMMAND).returncode

print("returncode, usually:              ", usual)
print("returncode, while SIGCHLD ignored:", ignoring)
assert usual == 3
assert ignoring == 0
